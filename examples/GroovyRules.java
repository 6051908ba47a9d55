import dev.entourage.Workers;
import dev.entourage.spi.ClassBytesSource;
import groovy.lang.Closure;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyShell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.control.CompilerConfiguration;

/**
 * Runs a rule that is written in Groovy in two other JVMs.
 *
 * <pre>CLASSPATH=groovy-4.0.33.jar ./entourage run examples/GroovyRules.java</pre>
 */
public class GroovyRules {

  /** Groovy's compiler hands over each class file; its loaders don't give them away later. */
  static final class GroovyBytes implements ClassBytesSource {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    CompilerConfiguration configuration() {
      CompilerConfiguration configuration = new CompilerConfiguration();
      configuration.setBytecodePostprocessor(
          (name, file) -> {
            files.put(name, file);
            return file;
          });
      return configuration;
    }

    @Override
    public Optional<byte[]> bytes(Class<?> type) {
      return type.getClassLoader() instanceof GroovyClassLoader
          ? Optional.ofNullable(files.get(type.getName()))
          : Optional.empty();
    }
  }

  public static void main(String[] args) {
    String rule = args.length > 0 ? args[0] : "{ x -> (1..x).inject(1G) { a, b -> a * b } }";
    GroovyBytes bytes = new GroovyBytes();
    GroovyShell shell = new GroovyShell(GroovyRules.class.getClassLoader(), bytes.configuration());
    Closure<?> closure = (Closure<?>) shell.evaluate("return " + rule);

    try (Workers workers = Workers.builder().processes(2).bytes(bytes).build()) {
      List<Integer> xs = List.of(5, 10, 20);
      System.out.println(rule + " of " + xs + " is " + workers.map(xs, x -> closure.call(x)));
    }
  }
}
