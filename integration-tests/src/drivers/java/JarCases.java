import dev.entourage.Workers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Jars of every sort, each in a loader of its own. */
public class JarCases {

  private static final String SOURCE =
      """
      package lib;
      public class Main implements java.util.concurrent.Callable<Object> {
        public Object call() { return Helper.text(); }
      }
      """;

  private static final String HELPER =
      """
      package lib;
      class Helper {
        static String text() { return "%s"; }
      }
      """;

  private static Path folder;

  public static void main(String[] args) throws IOException {
    for (String backend : args) {
      folder = Files.createTempDirectory("jars");
      try {
        Cases.run(JarCases.class, backend);
      } finally {
        try (Stream<Path> left = Files.walk(folder)) {
          left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
      }
    }
  }

  // D30: the version of a class that this very Java has loaded
  static void aMultiReleaseJarSendsWhatTheDriverRuns(Workers workers) throws Exception {
    Path jar = folder.resolve("multi.jar");
    run(
        "jar",
        "--create",
        "--file",
        jar.toString(),
        "-C",
        compile("base").toString(),
        ".",
        "--release",
        "17",
        "-C",
        compile("17 and newer").toString(),
        ".",
        "--release",
        "25",
        "-C",
        compile("25 and newer").toString(),
        ".");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      Callable<?> task = task(loader);
      String expected = Runtime.version().feature() < 25 ? "17 and newer" : "25 and newer";
      Cases.same(expected, task.call());
      Cases.same(expected, Cases.on(workers, () -> task.call()));
    }
  }

  // D30
  static void aSignedJarTravelsWithoutItsSigner(Workers workers) throws Exception {
    Path jar = folder.resolve("signed.jar");
    run("jar", "--create", "--file", jar.toString(), "-C", compile("signed").toString(), ".");
    sign(jar);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      Callable<?> task = task(loader);
      Cases.check(task.getClass().getSigners() != null, "The driver's class is signed");
      Cases.same("signed", Cases.on(workers, () -> task.call()));
      Cases.same(true, Cases.on(workers, () -> task.getClass().getSigners() == null));
      Cases.check(
          workers.explain(task).classes().stream()
              .filter(entry -> entry.name().equals("lib.Main"))
              .anyMatch(entry -> entry.reason().contains("signed by [CN=Somebody]")),
          workers.explain(task).toString());
    }
  }

  // D30
  static void aJarInAJarTravels(Workers workers) throws Exception {
    Path inner = folder.resolve("inner.jar");
    run("jar", "--create", "--file", inner.toString(), "-C", compile("nested").toString(), ".");
    Path outer = folder.resolve("outer.jar");
    run("jar", "--create", "--file", outer.toString(), "-C", folder.toString(), "inner.jar");
    Callable<?> task = task(new Nested(outer, "inner.jar"));
    Cases.same("nested", Cases.on(workers, () -> task.call()));
  }

  private static Callable<?> task(ClassLoader loader) throws Exception {
    return (Callable<?>) loader.loadClass("lib.Main").getDeclaredConstructor().newInstance();
  }

  private static void sign(Path jar) throws Exception {
    String store = folder.resolve("store.p12").toString();
    start(
        "keytool -genkeypair -keyalg EC -alias me -dname CN=Somebody -storepass secret -keystore",
        store);
    start("jarsigner -storepass secret -keystore", store, jar.toString(), "me");
  }

  private static void start(String command, String... more) throws Exception {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.set(0, Path.of(System.getProperty("java.home"), "bin", line.get(0)).toString());
    line.addAll(List.of(more));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    Cases.check(process.waitFor() == 0, said);
  }

  private static void run(String tool, String... arguments) {
    int exitCode =
        ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.out, arguments);
    Cases.same(0, exitCode);
  }

  private static Path compile(String text) throws IOException {
    Path sources = Files.createTempDirectory(folder, "src");
    Path main = Files.writeString(sources.resolve("Main.java"), SOURCE);
    Path helper = Files.writeString(sources.resolve("Helper.java"), HELPER.formatted(text));
    Path classes = Files.createTempDirectory(folder, "classes");
    run(
        "javac",
        "--release",
        "17",
        "-proc:none",
        "-d",
        classes.toString(),
        main.toString(),
        helper.toString());
    return classes;
  }

  /** Finds classes in a jar within a jar, as starters of fat jars do. */
  private static final class Nested extends ClassLoader {

    private final Map<String, byte[]> files = new HashMap<>();
    private final ProtectionDomain domain;

    Nested(Path outer, String inner) throws IOException {
      super(JarCases.class.getClassLoader());
      URL url = URI.create("jar:" + outer.toUri() + "!/" + inner).toURL();
      domain = new ProtectionDomain(new CodeSource(url, (Certificate[]) null), null);
      try (ZipFile zip = new ZipFile(outer.toFile());
          JarInputStream in = new JarInputStream(zip.getInputStream(zip.getEntry(inner)))) {
        for (JarEntry file = in.getNextJarEntry(); file != null; file = in.getNextJarEntry()) {
          files.put(file.getName(), in.readAllBytes());
        }
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] file = files.get(name.replace('.', '/') + ".class");
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, file, 0, file.length, domain);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] file = files.get(name);
      return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
    }
  }
}
