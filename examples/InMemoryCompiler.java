import dev.entourage.Workers;
import dev.entourage.spi.ClassBytesSource;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a formula in memory, and computes it in two other JVMs. */
public class InMemoryCompiler {

  /** Keeps what the compiler makes: for the JVM as a loader, and for the workers as a source. */
  static final class MemoryClasses extends ClassLoader implements ClassBytesSource {

    private final Map<String, byte[]> files = new HashMap<>();

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] file = files.get(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, file, 0, file.length);
    }

    /** Answers for its own classes only: another loader may have others of these names. */
    @Override
    public Optional<byte[]> bytes(Class<?> type) {
      return type.getClassLoader() == this
          ? Optional.of(files.get(type.getName()))
          : Optional.empty();
    }

    void compile(String name, String text) {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      JavaFileObject source =
          new SimpleJavaFileObject(
              URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
              return text;
            }
          };
      JavaFileManager keeper = keeper(compiler.getStandardFileManager(null, null, null));
      List<String> options = List.of("-proc:none");
      if (!compiler.getTask(null, keeper, null, options, null, List.of(source)).call()) {
        throw new IllegalArgumentException("This doesn't compile: " + text);
      }
    }

    private JavaFileManager keeper(JavaFileManager rest) {
      return new ForwardingJavaFileManager<>(rest) {
        @Override
        public JavaFileObject getJavaFileForOutput(
            Location where, String name, JavaFileObject.Kind kind, FileObject sibling) {
          return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
            @Override
            public OutputStream openOutputStream() {
              return new ByteArrayOutputStream() {
                @Override
                public void close() {
                  files.put(name, toByteArray());
                }
              };
            }
          };
        }
      };
    }
  }

  public static void main(String[] args) throws Exception {
    String formula = args.length > 0 ? args[0] : "x * x / 2";
    MemoryClasses classes = new MemoryClasses();
    classes.compile(
        "Formula",
        "public class Formula implements java.util.function.DoubleUnaryOperator {"
            + " public double applyAsDouble(double x) { return "
            + formula
            + "; } }");
    DoubleUnaryOperator operator =
        (DoubleUnaryOperator) classes.loadClass("Formula").getDeclaredConstructor().newInstance();

    try (Workers workers = Workers.builder().processes(2).bytes(classes).build()) {
      List<Double> xs = List.of(0.0, 1.0, 2.0, 3.0);
      System.out.println(formula + " of " + xs + " is " + workers.map(xs, operator::applyAsDouble));
    }
  }
}
