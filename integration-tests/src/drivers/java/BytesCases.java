import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;

/** Classes that their loaders don't give away: the agent has their bytes. */
public class BytesCases {

  /** Names for each pool: the script's loader takes one class by a name. */
  private static int names;

  public static void main(String[] args) {
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    if (options.stream().noneMatch(option -> option.startsWith("-javaagent:"))) {
      System.out.println("lacks=agent");
    }
    Cases.run(BytesCases.class, args);
  }

  // D30
  static void aClassThatAnInMemoryCompilerMadeTravels(Workers workers) throws Exception {
    Map<String, byte[]> classes =
        compile(
            "Seven",
            """
            public class Seven implements java.util.concurrent.Callable<Object> {
              public record Answer(int value) {}
              private final int number;
              public Seven(int number) { this.number = number; }
              public Object call() { return new Answer(Helper.twice(number)); }
            }
            class Helper {
              static int twice(int x) { return 2 * x; }
            }
            """);
    Class<?> seven = new InMemory(classes).loadClass("Seven");
    Callable<?> task = (Callable<?>) seven.getConstructor(int.class).newInstance(7);
    Object answer = Cases.on(workers, () -> task.call());
    Cases.same("Answer[value=14]", answer.toString());
    // It is this session's own class, though the worker got other bytes than the compiler's.
    Cases.same(seven.getClassLoader(), answer.getClass().getClassLoader());
  }

  // D30
  static void aClassThatALookupDefinedTravels(Workers workers) throws Exception {
    String name = "Defined" + ++names;
    byte[] file =
        compile(
                name,
                """
                class %s implements java.util.function.Supplier<String> {
                  public String get() { return "defined"; }
                }
                """
                    .formatted(name))
            .get(name);
    Class<?> defined = MethodHandles.lookup().defineClass(file);
    Supplier<?> made = (Supplier<?>) defined.getDeclaredConstructor().newInstance();
    Cases.same("defined", Cases.on(workers, () -> made.get()));
  }

  // D30
  static void aClassOfByteBuddyInALoaderOfItsOwnTravels(Workers workers) throws Exception {
    Object made =
        generated()
            .make()
            .load(BytesCases.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
            .getLoaded()
            .getDeclaredConstructor()
            .newInstance();
    Cases.same("made by ByteBuddy", Cases.on(workers, () -> made.toString()));
  }

  // D30
  static void aClassOfByteBuddyThroughALookupTravels(Workers workers) throws Exception {
    Object made =
        generated()
            .name("MadeThroughALookup" + ++names)
            .make()
            .load(
                BytesCases.class.getClassLoader(),
                ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
            .getLoaded()
            .getDeclaredConstructor()
            .newInstance();
    for (int i = 0; i < 3; i++) {
      Cases.same("made by ByteBuddy", Cases.on(workers, () -> made.toString()));
    }
  }

  // D30
  static void aClassOfAClosedLoaderTravels(Workers workers) throws Exception {
    Path folder = Files.createTempDirectory("closed");
    Path file = folder.resolve("Late.class");
    Files.write(
        file,
        compile(
                "Late",
                """
                public class Late implements java.util.function.UnaryOperator<Integer> {
                  public Integer apply(Integer x) { return x + 1; }
                }
                """)
            .get("Late"));
    RemoteFunction<Integer, Integer> task;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Object late = loader.loadClass("Late").getDeclaredConstructor().newInstance();
      @SuppressWarnings("unchecked")
      java.util.function.Function<Integer, Integer> f =
          (java.util.function.Function<Integer, Integer>) late;
      task = f::apply;
    }
    Files.delete(file);
    Files.delete(folder);
    Cases.same(List.of(2, 3), workers.map(List.of(1, 2), task));
  }

  private static DynamicType.Builder<?> generated() {
    return new ByteBuddy()
        .subclass(Object.class)
        .method(ElementMatchers.named("toString"))
        .intercept(FixedValue.value("made by ByteBuddy"));
  }

  private static final class InMemory extends ClassLoader {
    private final Map<String, byte[]> classes;

    InMemory(Map<String, byte[]> classes) {
      super(BytesCases.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] file = classes.get(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, file, 0, file.length);
    }
  }

  private static Map<String, byte[]> compile(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, byte[]> classes = new HashMap<>();
    JavaFileManager manager =
        new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location where, String className, JavaFileObject.Kind kind, FileObject from) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className), kind) {
              @Override
              public OutputStream openOutputStream() {
                return new ByteArrayOutputStream() {
                  @Override
                  public void close() {
                    classes.put(className, toByteArray());
                  }
                };
              }
            };
          }
        };
    JavaFileObject unit =
        new SimpleJavaFileObject(
            URI.create("mem:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }
        };
    List<String> options = List.of("-proc:none");
    Cases.check(compiler.getTask(null, manager, null, options, null, List.of(unit)).call(), name);
    return classes;
  }
}
