import dev.entourage.Workers;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import org.slf4j.helpers.MessageFormatter;

/** Classes that were made while the driver ran, in packages of jars that the workers inherit. */
public class GeneratedCases {

  public static void main(String[] args) {
    Workers.Builder pool = Workers.builder().processes(2).inheritClassPath(true).backend(args[0]);
    try (Workers workers = pool.build()) {
      Cases.run(GeneratedCases.class, workers);
    }
  }

  // D30
  static void oneInThePackageOfAJarTravelsAndTheJarWithIt(Workers workers) throws Exception {
    String before =
        Cases.on(workers, () -> MessageFormatter.format("{}!", "by reference").getMessage());
    Cases.same("by reference!", before);
    Class<?> made =
        MethodHandles.privateLookupIn(MessageFormatter.class, MethodHandles.lookup())
            .defineClass(compile());
    Supplier<?> task = (Supplier<?>) made.getDeclaredConstructor().newInstance();
    // It calls what is package-private, which it could not from another loader.
    Cases.same("escaped: true", Cases.on(workers, () -> task.get()));
  }

  private static byte[] compile() throws Exception {
    Path folder = Files.createTempDirectory("made");
    Path source = folder.resolve("Made.java");
    Files.writeString(
        source,
        """
        package org.slf4j.helpers;
        public class Made implements java.util.function.Supplier<String> {
          public String get() {
            return "escaped: " + MessageFormatter.isEscapedDelimeter("-\\\\{}", 2);
          }
        }
        """);
    ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            source.toString());
    Path file = folder.resolve("org/slf4j/helpers/Made.class");
    byte[] bytes = Files.readAllBytes(file);
    for (Path left :
        List.of(
            file,
            file.getParent(),
            folder.resolve("org/slf4j"),
            folder.resolve("org"),
            source,
            folder)) {
      Files.delete(left);
    }
    return bytes;
  }
}
