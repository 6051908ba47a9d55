package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The acceptance cases that one driver script with one pool can tell, on every JDK and with every
 * backend: what a backend writes at each pair of them, all else crosswise.
 */
class CasesIT {

  /** Makers of classes that have no file. */
  private static final List<String> LIBRARIES = List.of("groovy-", "byte-buddy-");

  private static final String OPENED = "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED";

  @TestFactory // A1, A2, A3, A10, A11
  Stream<DynamicNode> classesOfTheScript() {
    return crosswise("ClassCases");
  }

  @TestFactory // A6, A7
  Stream<DynamicNode> hierarchiesAndHelpers() {
    return crosswise("HierarchyCases");
  }

  @TestFactory // A4, A5
  Stream<DynamicNode> lambdasAndMethodReferences() {
    return thorough("LambdaCases");
  }

  @TestFactory // C25
  Stream<DynamicNode> plainLambdas() {
    return thorough("PlainLambdaCases");
  }

  @TestFactory // C25: with the flag that a Java may need which knows no other way
  Stream<DynamicNode> plainLambdasOfAnOpenedJava() {
    return at(
        Jdks.all().stream().map(jdk -> new Place(jdk, "kryo")),
        "PlainLambdaCases",
        List.of(),
        OPENED);
  }

  @TestFactory // D30
  Stream<DynamicNode> classesWithoutFilesWithTheAgent() {
    return crosswise("BytesCases", LIBRARIES, Product.agent());
  }

  @TestFactory // D30: the in-process way; 25 warns unless it was told not to
  Stream<DynamicNode> classesWithoutFilesWithNothingSaid() {
    return crosswise("BytesCases", LIBRARIES, "-XX:+EnableDynamicAgentLoading");
  }

  @TestFactory // D30
  Stream<DynamicNode> classesWithoutFilesWhereNoAgentMayCome() {
    return crosswise("NoBytesCases", List.of(), "-XX:-EnableDynamicAgentLoading");
  }

  @TestFactory // D30
  Stream<DynamicNode> classesMadeIntoInheritedJars() {
    return crosswise("GeneratedCases", List.of(), Product.agent());
  }

  @TestFactory // D30
  Stream<DynamicNode> jarsOfEverySort() {
    return crosswise("JarCases");
  }

  @TestFactory // D30
  Stream<DynamicNode> groovy() {
    return crosswise("GroovyCases", LIBRARIES, Product.agent());
  }

  @TestFactory // B12, B13
  Stream<DynamicNode> typesInDeclarations() {
    return crosswise("DeclarationCases");
  }

  @TestFactory // B12, B13, B14, B15
  Stream<DynamicNode> answersOfReflection() {
    return crosswise("ReflectionCases");
  }

  @TestFactory // B16
  Stream<DynamicNode> whatReflectionGivesAsValues() {
    return thorough("TypeValueCases");
  }

  @TestFactory // A4, A5, C25
  Stream<DynamicNode> lambdasInOddPlaces() {
    return thorough("ExoticLambdaCases");
  }

  @TestFactory // C19, C25
  Stream<DynamicNode> objectsOfTheJdkThatHoldLambdas() {
    return thorough("JdkWrapperCases");
  }

  @TestFactory // C17
  Stream<DynamicNode> containers() {
    return thorough("CollectionCases");
  }

  @TestFactory // C19
  Stream<DynamicNode> cyclesAndAliases() {
    return thorough("CycleCases");
  }

  @TestFactory // C20, C21, C22
  Stream<DynamicNode> graphs() {
    return thorough("GraphCases");
  }

  @TestFactory // C23
  Stream<DynamicNode> pipelines() {
    return crosswise("PipelineCases");
  }

  @TestFactory // F46
  Stream<DynamicNode> levels() {
    return crosswise("LevelCases");
  }

  @TestFactory // C26, F47
  Stream<DynamicNode> layersOfTheUser() {
    return crosswise("LayerCases");
  }

  @TestFactory // C26, E37, E38, E39
  Stream<DynamicNode> failures() {
    return crosswise("FailureCases");
  }

  @TestFactory // E41
  Stream<DynamicNode> lostWorkers() {
    return crosswise("LossCases");
  }

  @TestFactory // D31
  Stream<DynamicNode> generationsWithoutEnd() {
    return crosswise("GenerationCases");
  }

  @TestFactory // D33
  Stream<DynamicNode> workersOfWorkers() {
    return crosswise("TwoHopCases");
  }

  @TestFactory // D36
  Stream<DynamicNode> staticFields() {
    return crosswise("StaticCases");
  }

  @TestFactory // E40
  Stream<DynamicNode> verbsOfAPool() {
    return crosswise("PoolCases");
  }

  @TestFactory
  Stream<DynamicNode> callbacks() {
    return crosswise("CallbackCases");
  }

  @TestFactory // by value: the workers are bare
  Stream<DynamicNode> librariesThatTravel() {
    return libraries("bare");
  }

  @TestFactory // by reference: the workers see the driver's jars
  Stream<DynamicNode> librariesThatWorkersInherit() {
    return libraries("inherit");
  }

  private static Stream<DynamicNode> libraries(String classPath) {
    return at(
        Place.crosswise(classPath),
        "LibraryCases",
        List.of(
            "jackson-",
            "guava-",
            "failureaccess-",
            "jspecify-",
            "error_prone_annotations-",
            "commons-math3-",
            "jsoup-",
            "commons-csv-",
            "commons-io-",
            "commons-codec-"),
        "-Dinherit=" + classPath.equals("inherit"));
  }

  /** How values are written is a matter of the backend, and what they are one of the JDK. */
  private static Stream<DynamicNode> thorough(String script) {
    return at(Place.thorough(script), script, List.of());
  }

  private static Stream<DynamicNode> crosswise(String script) {
    return crosswise(script, List.of());
  }

  /** Where code comes from and what becomes of workers is no matter of the backend. */
  private static Stream<DynamicNode> crosswise(
      String script, List<String> libraries, String... options) {
    return at(Place.crosswise(script), script, libraries, options);
  }

  private static Stream<DynamicNode> at(
      Stream<Place> places, String script, List<String> libraries, String... options) {
    List<Path> classPath = Product.jarsWith(libraries.toArray(String[]::new));
    return at(
        script,
        places,
        each ->
            DriverProgram.script(each, classPath, Scripts.ofCases(script))
                .withOptions(options)
                .withOptions(DriverProgram.QUICK));
  }

  /**
   * Runs when JUnit comes to it: one process for all the cases of all the backends that a JDK
   * meets. Half of what a driver costs is a JVM that compiles the script.
   */
  static Stream<DynamicNode> at(
      String script, Stream<Place> places, Function<List<Place>, DriverProgram> program) {
    return Place.together(script, places).stream()
        .map(
            each ->
                dynamicContainer(
                    each.get(0).jdk().toString(),
                    Stream.of(each).flatMap(some -> tell(some, program.apply(some).run()))));
  }

  private static Stream<DynamicNode> tell(List<Place> places, DriverRun run) {
    return places.stream()
        .map(place -> dynamicContainer(place.toString(), tell(run.with(place.backend()))));
  }

  /** The cases that a driver told of, and their controls. */
  static Stream<DynamicNode> tell(DriverRun run) {
    List<CaseResult> cases = CaseResult.read(run.out());
    return Stream.concat(
        Stream.of(dynamicTest("ran on workers that are strangers", () -> controls(run, cases))),
        cases.stream().map(result -> dynamicTest(result.name(), result::assertOk)));
  }

  private static void controls(DriverRun run, List<CaseResult> cases) {
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(cases).isNotEmpty().hasSize(Integer.parseInt(run.fact("cases")));
  }
}
