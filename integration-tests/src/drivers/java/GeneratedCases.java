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

  /** A name for each pool: a loader takes one class by a name. */
  private static int made;

  public static void main(String[] args) {
    Cases.run(GeneratedCases.class, pool -> pool.inheritClassPath(true), args);
  }

  // D30
  static void oneInThePackageOfAJarTravelsAndTheJarWithIt(Workers workers) throws Exception {
    String before =
        Cases.on(workers, () -> MessageFormatter.format("{}!", "by reference").getMessage());
    Cases.same("by reference!", before);
    Class<?> type =
        MethodHandles.privateLookupIn(MessageFormatter.class, MethodHandles.lookup())
            .defineClass(compile("Made" + ++made));
    Supplier<?> task = (Supplier<?>) type.getDeclaredConstructor().newInstance();
    // It calls what is package-private, which it could not from another loader.
    Cases.same("escaped: true", Cases.on(workers, () -> task.get()));
  }

  private static byte[] compile(String name) throws Exception {
    Path folder = Files.createTempDirectory("made");
    Path source = folder.resolve(name + ".java");
    Files.writeString(
        source,
        """
        package org.slf4j.helpers;
        public class %s implements java.util.function.Supplier<String> {
          public String get() {
            return "escaped: " + MessageFormatter.isEscapedDelimeter("-\\\\{}", 2);
          }
        }
        """
            .formatted(name));
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
    Path file = folder.resolve("org/slf4j/helpers/" + name + ".class");
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
