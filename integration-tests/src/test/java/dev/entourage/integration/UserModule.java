package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * A named module of a user's, compiled for a test.
 *
 * @param classes where its class files are
 */
record UserModule(Path classes) {

  private static final Path SOURCES = Product.MODULE.resolve("src/module/java/user/app");

  /** Compiles the module with more lines in its descriptor, into a new folder. */
  static UserModule compile(Path folder, String... lines) {
    Path descriptor = write(made(folder).resolve("module-info.java"), lines);
    Path classes = folder.resolve("classes");
    List<String> arguments =
        List.of(
            "--release",
            "17",
            "-p",
            DriverProgram.join(Product.jars()),
            "-d",
            classes.toString(),
            descriptor.toString(),
            SOURCES.resolve("Main.java").toString(),
            SOURCES.resolve("Mark.java").toString(),
            SOURCES.resolve("package-info.java").toString());
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    assertThat(javac.run(System.out, System.err, arguments.toArray(String[]::new))).isZero();
    return new UserModule(classes);
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String... lines) {
    List<String> text =
        new ArrayList<>(List.of("module user.app {", "requires dev.entourage.api;"));
    text.addAll(List.of(lines));
    text.add("}");
    try {
      return Files.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Describes its program, with nothing at all on the class path. */
  DriverProgram program(Place place) {
    List<Path> modulePath = new ArrayList<>(Product.jars());
    modulePath.add(classes);
    List<String> command = new ArrayList<>(List.of(place.jdk().java().toString()));
    command.addAll(place.options());
    command.addAll(List.of("-p", DriverProgram.join(modulePath)));
    command.addAll(List.of("-m", "user.app/user.app.Main", place.backend()));
    return new DriverProgram(command, Product.MODULE).withOptions(DriverProgram.QUICK);
  }
}
