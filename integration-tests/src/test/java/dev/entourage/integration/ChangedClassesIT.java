package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workers run the code that the driver runs, also where another agent has changed it. */
class ChangedClassesIT {

  private static final String LATE =
      ".*Entourage's agent was started in this JVM, since .* code was changed by another agent .*"
          + " class=ChangedDriver\\$Point, .* name it last: java … -javaagent:.*";

  @TempDir private static Path home;

  @BeforeAll
  static void compile() throws IOException {
    String source = Files.readString(Product.driver("ChangedDriver"));
    compile("classes", source, Files.readString(Product.driver("ChangingAgent")));
    compile("loaded", source.replace("return 1;", "return Math.abs(-2);"));
    compile("again", source.replace("return 1;", "return Math.abs(-3);"));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", "ChangingAgent");
    attributes.putValue("Can-Redefine-Classes", "true");
    attributes.putValue("Can-Retransform-Classes", "true");
    try (OutputStream file = Files.newOutputStream(home.resolve("changing.jar"));
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (String each : List.of("ChangingAgent.class", "ChangingAgent$1.class")) {
        out.putNextEntry(new JarEntry(each));
        Files.copy(home.resolve("classes").resolve(each), out);
      }
    }
  }

  private static void compile(String folder, String... sources) throws IOException {
    Path classes = Files.createDirectory(home.resolve(folder));
    for (String source : sources) {
      String name = source.contains("class ChangedDriver") ? "ChangedDriver" : "ChangingAgent";
      Path file = Files.writeString(home.resolve(name + ".java"), source);
      int status =
          ToolProvider.findFirst("javac")
              .orElseThrow()
              .run(
                  System.out,
                  System.err,
                  "--release=17",
                  "-proc:none",
                  "-cp",
                  DriverProgram.join(Product.jars()),
                  "-d",
                  classes.toString(),
                  file.toString());
      assertThat(status).isZero();
    }
  }

  static Stream<Jdk> jdks() {
    return Jdks.all().stream();
  }

  private static DriverRun run(Jdk jdk, String... options) {
    List<Path> classPath =
        Stream.concat(Product.jars().stream(), Stream.of(home.resolve("classes"))).toList();
    return DriverProgram.main(jdk, classPath, "ChangedDriver")
        .withOptions(DriverProgram.QUICK)
        .withOptions(options)
        .run();
  }

  private static String changing() {
    return "-javaagent:" + home.resolve("changing.jar") + "=" + home;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void runWhatAnotherAgentHasMadeOfAClass(Jdk jdk) {
    DriverRun run = run(jdk, changing(), Product.agent());
    run.assertEndedWell();
    assertThat(run.out()).containsExactly("loaded=2 2", "again=3 3");
  }

  /** Who comes first doesn't see what comes behind it, so ours is started once more. */
  @ParameterizedTest
  @MethodSource("jdks")
  void runItAlsoWhereOurAgentIsNamedFirst(Jdk jdk) {
    DriverRun run = run(jdk, Product.agent(), changing(), "-XX:+EnableDynamicAgentLoading");
    assertThat(run.out()).containsExactly("loaded=2 2", "again=3 3");
    assertThat(run.err()).singleElement().asString().matches(LATE);
    assertThat(run.leftBehind()).isEmpty();
  }
}
