package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs in Kotlin and Scala, whose lambdas, objects and lazy values javac knows nothing of.
 * Their compilers are large, so they come only with the profile:
 *
 * <pre>mvn -Psoak -pl integration-tests -am verify -Dtest=LanguagesIT</pre>
 */
@Tag("soak")
class LanguagesIT {

  /**
   * A language.
   *
   * @param program the class with the main
   * @param source the program, below the drivers
   * @param compiler the compiler's main class
   * @param flags what it needs besides a class path and a folder for class files
   * @param libraries how the language's own jars begin
   * @param words what the language's own library makes Java 25 say
   */
  private record Language(
      String program,
      String source,
      String compiler,
      List<String> flags,
      List<String> libraries,
      String words) {

    private static final Language KOTLIN =
        new Language(
            "KotlinCasesKt",
            "kotlin/KotlinCases.kt",
            "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
            List.of("-no-stdlib", "-no-reflect", "-nowarn", "-jvm-target", "17"),
            List.of("kotlin-stdlib-"),
            "nothing");

    private static final Language SCALA =
        new Language(
            "ScalaCases",
            "scala/ScalaCases.scala",
            "dotty.tools.dotc.Main",
            List.of("-nowarn"),
            List.of("scala-library-", "scala3-library_3-"),
            "(\\[w\\d+] )?WARNING: .*(sun\\.misc\\.Unsafe|scala\\.runtime\\.LazyVals).*");

    List<Path> classPath() {
      return Product.jarsWith(libraries.toArray(String[]::new));
    }

    /** Compiles the program in a process of its own. */
    void compile(Path to) throws IOException {
      Files.createDirectory(to);
      Stream<String> arguments =
          Stream.of(
              "-classpath",
              DriverProgram.join(classPath()),
              "-d",
              to.toString(),
              Product.MODULE.resolve("src/drivers").resolve(source).toString());
      DriverProgram.main(
              Jdks.all().get(0),
              Product.jarsWithTestLibraries(),
              compiler,
              Stream.concat(flags.stream(), arguments).toArray(String[]::new))
          .run()
          .assertEndedWell();
    }

    @Override
    public String toString() {
      return program;
    }
  }

  private static final List<Language> LANGUAGES = List.of(Language.KOTLIN, Language.SCALA);

  @TempDir private static Path classes;

  @BeforeAll
  static void compile() throws IOException {
    for (Language language : LANGUAGES) {
      language.compile(classes.resolve(language.program()));
    }
  }

  static Stream<Arguments> programs() {
    return LANGUAGES.stream()
        .flatMap(
            language ->
                Place.crosswise(language.program()).map(place -> Arguments.of(language, place)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("programs")
  void sendWhatTheirCompilersMake(Language language, Place place) {
    List<Path> classPath =
        Stream.concat(Stream.of(classes.resolve(language.program())), language.classPath().stream())
            .toList();
    DriverRun run = DriverProgram.main(place, classPath, language.program()).run();
    assertThat(run.exitCode()).as("exit code of%n%s", run).isZero();
    assertThat(run.err()).allMatch(line -> line.matches(language.words()));
    assertThat(run.leftBehind()).isEmpty();
    assertThat(run.out()).singleElement().asString().matches("right=5\\d wrong=0");
  }
}
