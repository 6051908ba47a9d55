package dev.entourage.backend.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.PreparationException;
import dev.entourage.backend.testkit.RandomProgram.Shape;
import dev.entourage.backend.testkit.RandomProgram.Sort;
import dev.entourage.spi.SerializationBackend;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Classes and graphs that nobody thought of: what arrives is equal and has the same shape of
 * aliases, there and back, and the original stays as it was.
 */
abstract class PropertyContract {

  private static final int GRAPHS = 12;

  /** For subclasses. */
  PropertyContract() {}

  abstract SerializationBackend made();

  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE) // B12, B13, C19, C21
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void carriesRandomGraphsOfRandomClasses(
      @ForAll("programs") RandomProgram program,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int size) {
    Program driver = program.load();
    Journey journey = new Journey(made());
    for (int i = 0; i < GRAPHS; i++) {
      Object root = driver.call("make", seed + i, size);
      Statistics.collect(travels(journey, driver, root));
    }
    // What is refused goes round in a circle through objects that must be made in one go.
    Statistics.coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 90));
  }

  private static boolean travels(Journey journey, Program driver, Object root) {
    String expected = driver.show(root);
    Journey.Parcel parcel;
    try {
      parcel = journey.pack(root, driver.main());
    } catch (PreparationException e) {
      assertThat(e.path()).isNotEmpty();
      assertThat(e).hasMessageContaining("cycle");
      return false;
    }
    Program worker = Program.in(journey.worker(parcel), RandomProgram.NAME);
    assertThat(worker.main()).isNotSameAs(driver.main());
    Object arrived = journey.unpack(parcel);
    assertThat(worker.show(arrived)).as("on the worker").isEqualTo(expected);
    assertThat(driver.show(journey.home(parcel, arrived))).as("back home").isEqualTo(expected);
    assertThat(driver.show(root)).as("the original afterwards").isEqualTo(expected);
    return true;
  }

  @Provide
  Arbitrary<RandomProgram> programs() {
    return Combinators.combine(
            Arbitraries.of(Sort.class), Arbitraries.of(true, false), fields().list().ofMaxSize(4))
        .as(Shape::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(RandomProgram::new);
  }

  private static Arbitrary<String> fields() {
    Arbitrary<String> known =
        Arbitraries.of(
            "int",
            "long",
            "byte",
            "short",
            "char",
            "float",
            "double",
            "boolean",
            "String",
            "Object",
            "Object[]",
            "List<Object>",
            "Map<String, Object>",
            "long[]",
            "Integer",
            "Comparable<?>",
            "Collection<? extends Number>",
            "Object[][]",
            "Enum<?>");
    Arbitrary<String> classes = Arbitraries.integers().between(0, 6).map(i -> Integer.toString(i));
    Arbitrary<String> arrays = Arbitraries.integers().between(0, 6).map(i -> i + "[]");
    return Arbitraries.oneOf(known, classes, arrays);
  }
}
