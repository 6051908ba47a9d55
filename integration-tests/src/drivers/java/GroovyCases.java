import dev.entourage.PreparationException;
import dev.entourage.Workers;
import groovy.lang.Closure;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyShell;
import java.util.List;
import java.util.concurrent.Callable;

/** Groovy's classes, scripts and closures, over workers that inherit its jar. */
public class GroovyCases {

  public static void main(String[] args) {
    Cases.run(GroovyCases.class, pool -> pool.inheritClassPath(true), args);
  }

  // D30
  static void aGroovyClassTravelsWithItsState(Workers workers) throws Exception {
    Class<?> type =
        new GroovyClassLoader(GroovyCases.class.getClassLoader())
            .parseClass(
                """
                class Tripler implements java.util.concurrent.Callable<Integer> {
                  int base
                  Integer call() { [1, 2, 3].collect { it * base }.sum() }
                }
                """);
    Object made = type.getDeclaredConstructor().newInstance();
    type.getMethod("setBase", int.class).invoke(made, 5);
    Callable<?> task = (Callable<?>) made;
    Cases.same(30, Cases.on(workers, () -> task.call()));
    Cases.same(30, task.call());
  }

  // D30
  static void aGroovyScriptTravels(Workers workers) throws Exception {
    groovy.lang.Script script = shell().parse("def f(x) { x + 1 }; (1..3).collect { f(it) }");
    script.setBinding(new groovy.lang.Binding());
    Cases.same(List.of(2, 3, 4), Cases.on(workers, () -> (List<?>) script.run()));
  }

  // D30
  static void aGroovyClosureTravels(Workers workers) throws Exception {
    Closure<?> closure = (Closure<?>) shell().evaluate("int k = 3; return { x -> x * k }");
    Closure<?> free = closure.dehydrate();
    Cases.same(15, Cases.on(workers, () -> free.call(5)));
  }

  // D30
  static void aClosureThatReadsItsScriptTravels(Workers workers) throws Exception {
    GroovyShell shell = shell();
    shell.setVariable("factor", 4);
    Closure<?> closure =
        (Closure<?>) shell.evaluate("def add(x) { x + 1 }; return { add(it) * factor }");
    Cases.same(24, Cases.on(workers, () -> closure.call(5)));
    Cases.same(24, closure.call(5));
  }

  // D30
  static void aMethodPointerTravels(Workers workers) throws Exception {
    Closure<?> pointer = (Closure<?>) shell().evaluate("return 'abc'.&substring");
    Cases.same("bc", Cases.on(workers, () -> pointer.call(1)));
  }

  // D30: each object is looked at, also one of many of a class
  static void anObjectWithMethodsOfItsOwnIsRefused(Workers workers) throws Exception {
    String source = "class Plain { int one() { 1 } }; return new Plain()";
    groovy.lang.GroovyObject plain = (groovy.lang.GroovyObject) shell().evaluate(source);
    Cases.same(1, Cases.on(workers, () -> plain.invokeMethod("one", null)));
    GroovyShell shell = shell();
    shell.setVariable("plain", plain);
    shell.evaluate("plain.metaClass.one = { -> 2 }");
    Cases.same(2, plain.invokeMethod("one", null));
    PreparationException refused =
        Cases.thrown(
            PreparationException.class,
            () -> Cases.on(workers, () -> plain.invokeMethod("one", null)));
    Cases.check(refused.getMessage().contains("metaClass"), refused.getMessage());
  }

  // D36: Groovy calls by name, so no instruction tells which static fields are read
  static void staticFieldsOfAScriptAreAsTheyWereAtSubmit(Workers workers) throws Exception {
    Closure<?> closure =
        (Closure<?>)
            shell()
                .evaluate(
                    """
                    class Rates { static int factor = 4; static List names = []; static int of(int n) { n * factor } }
                    class Item { static int tax = 1; int price; int total() { price + tax } }
                    Rates.factor = 10
                    Rates.names << 'a'
                    Item.tax = 2
                    def item = new Item(price: 5)
                    return { n -> if (n) Rates.factor = n; [item.total(), Rates.of(3), Rates.names.size()] }
                    """);
    Cases.same(List.of(7, 30, 1), Cases.on(workers, () -> (List<?>) closure.call(0)));
    Cases.same(List.of(7, 60, 1), closure.call(20));
    Cases.same(List.of(7, 60, 1), Cases.on(workers, () -> (List<?>) closure.call(0)));
  }

  private static GroovyShell shell() {
    return new GroovyShell(GroovyCases.class.getClassLoader());
  }
}
