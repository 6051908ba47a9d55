package dev.entourage.backend.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.entourage.PreparationException;
import dev.entourage.backend.testkit.Cases.Case;
import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every backend must do. A backend's test extends this class and says which backend it means:
 * each program of the kit then goes to a worker's loader and back. What arrives must be right to
 * the last reference; what can't be right must be refused with its path before anything is sent.
 *
 * @since 0.1
 */
public abstract class BackendContract extends SweepContract {

  private static final int RANDOM_GRAPHS = 2_000;
  private static final System.Logger LOG = System.getLogger(BackendContract.class.getName());

  /** Each test has an instance of its own; what a backend did is remembered for all. */
  private static final ClassValue<Trials> TRIALS =
      new ClassValue<>() {
        @Override
        protected Trials computeValue(Class<?> contract) {
          return new Trials();
        }
      };

  /** For subclasses. */
  protected BackendContract() {}

  /**
   * Makes the backend under test.
   *
   * @return a new backend
   */
  protected abstract SerializationBackend backend();

  @Override
  final SerializationBackend made() {
    return backend();
  }

  @TestFactory
  Stream<DynamicNode> carriesOrRefusesEachCase() {
    return Cases.all().stream().map(c -> dynamicContainer(c.title(), journeys(c)));
  }

  /** One journey for each root: every member of a cycle is the first in turn. */
  private Stream<DynamicNode> journeys(Case program) {
    return IntStream.range(0, Trials.roots(program))
        .mapToObj(i -> dynamicTest("root " + i, () -> isAsAllowed(program, i)));
  }

  private void isAsAllowed(Case program, int root) {
    trials().of(program, root, this::backend).check(program.outcome());
  }

  private Trials trials() {
    return TRIALS.get(getClass());
  }

  @Test
  void countsTheCasesThatLibrariesDisagreeAbout() {
    assertThat(Features.plain()).hasSize(62);
    assertThat(Features.cyclic()).hasSize(24);
  }

  @Test
  void behavesAsTheDocumentsSay() {
    Map<String, String> column = FeatureTable.column(trials(), this::backend);
    String id = backend().id();
    Optional<FeatureDocument> document = FeatureDocument.find();
    if (document.isEmpty() || "write".equals(System.getProperty(FeatureDocument.MODE))) {
      String table = FeatureDocument.print(Map.of(id, column), List.copyOf(column.keySet()));
      LOG.log(System.Logger.Level.INFO, table);
      document.ifPresent(found -> found.write(id, column));
    }
    document.ifPresent(
        found ->
            assertThat(found.column(id))
                .as("docs/backends.md; -D" + FeatureDocument.MODE + "=write writes it")
                .isEqualTo(column));
    assertThat(column.values()).noneMatch(cell -> cell.contains("wrong"));
  }

  @TestFactory
  Stream<DynamicNode> carriesGraphsOfAnyDepth() { // C20
    return Stream.of(15, 10_000, 100_000)
        .map(depth -> dynamicTest(depth + " links", () -> carriesDepth(depth)));
  }

  private void carriesDepth(int depth) {
    Program driver = Program.load("DeepGraphs");
    for (Object root : (Object[]) driver.call("deep", depth)) {
      Journey journey = new Journey(backend());
      Journey.Parcel parcel = journey.pack(root, driver.main());
      Object arrived = journey.unpack(parcel);
      assertThat(Program.in(journey.worker(parcel), "DeepGraphs").show(arrived))
          .isEqualTo(driver.show(root))
          .contains(Integer.toString(depth));
    }
  }

  @Test
  void carriesOrRefusesRandomGraphs() { // C19
    Program driver = Program.load("RandomGraphs");
    Journey journey = new Journey(backend());
    int carried = 0;
    for (int seed = 0; seed < RANDOM_GRAPHS; seed++) {
      carried += carriesRandom(journey, driver, seed) ? 1 : 0;
    }
    assertThat(carried).isGreaterThan(RANDOM_GRAPHS * 3 / 4);
  }

  private static boolean carriesRandom(Journey journey, Program driver, int seed) {
    Object root = driver.call("random", seed);
    Journey.Parcel parcel;
    try {
      parcel = journey.pack(root, driver.main());
    } catch (PreparationException e) {
      assertThat(e.path()).isNotEmpty();
      return false;
    }
    Program worker = Program.in(journey.worker(parcel), "RandomGraphs");
    assertThat(worker.show(journey.unpack(parcel)))
        .as("seed=%s", seed)
        .isEqualTo(driver.show(root));
    return true;
  }

  @Test
  void letsLayersDropAndReplaceObjects() { // C26
    Program driver = Program.load("Replaceable");
    Object root = driver.roots()[0];
    Journey journey = new Journey(backend(), new Dropping());
    Journey.Parcel parcel = journey.pack(root, driver.main());
    Program worker = Program.in(journey.worker(parcel), "Replaceable");
    assertThat(driver.show(root)).isEqualTo("bar client same truetrue");
    assertThat(worker.show(journey.unpack(parcel))).isEqualTo("null stand-in same truetrue");
  }

  /** Drops progress bars and replaces clients. */
  private static final class Dropping implements PreparationLayer {

    @Override
    public String id() {
      return "dropping";
    }

    @Override
    public boolean replaces(Class<?> type) {
      return type.getName().endsWith("Bar") || type.getName().endsWith("Client");
    }

    @Override
    public Object replace(Object value) {
      return value.getClass().getName().endsWith("Bar") ? null : "stand-in";
    }
  }

  @Test
  void isFoundByItsIdOnTheClassPath() {
    assertThat(ServiceLoader.load(SerializationBackend.class))
        .filteredOn(found -> found.id().equals(backend().id()))
        .singleElement()
        .isInstanceOf(backend().getClass());
  }

  @Test
  void namesClassesOfItsLibraries() {
    assertThat(backend().libraries()).doesNotContainNull().doesNotHaveDuplicates();
    assertThat(backend().id()).matches("[a-z][a-z0-9-]*");
    assertThat(backend().jvmOptions()).isNotNull();
    assertThat(List.of(backend().getClass().getInterfaces())).contains(SerializationBackend.class);
  }
}
