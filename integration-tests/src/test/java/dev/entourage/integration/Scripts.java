package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Driver scripts as the source launcher wants them: everything in one file. */
final class Scripts {

  private static final Path FOLDER = Product.MODULE.resolve("target/drivers");

  private Scripts() {}

  /** Appends {@code Cases.java} to a script of cases, so that line numbers stay. */
  static Path ofCases(String name) {
    return write(FOLDER, name, read(name) + "\n" + read("Cases"));
  }

  /** Copies a script with the cases' helper into a folder. */
  static Path copy(String name, Path folder) {
    return write(folder, name, read(name) + "\n" + read("Cases"));
  }

  /** Copies a script into a folder with one text replaced: another class file of the same name. */
  static Path copy(String name, Path folder, String target, String replacement) {
    String changed = read(name).replace(target, replacement);
    assertThat(changed).as("%s without %s", name, target).isNotEqualTo(read(name));
    return write(folder, name, changed + "\n" + read("Cases"));
  }

  private static String read(String name) {
    try {
      return Files.readString(Product.driver(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(name + ".java");
      // Another test may be reading it.
      Path made = Files.writeString(Files.createTempFile(folder, name, ".tmp"), text);
      return Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
