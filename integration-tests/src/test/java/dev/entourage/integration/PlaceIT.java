package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is left out where not all pairs of JDK and backend run. */
class PlaceIT {

  @Test
  void knowsEveryJdkAndEveryBackendOfTheProduct() {
    assertThat(Place.backends()).contains("kryo", "protostuff").doesNotHaveDuplicates();
    assertThat(Place.all()).hasSize(Jdks.all().size() * Place.backends().size());
  }

  @Test
  void theDefaultBackendMeetsEveryJdkWhereALibraryMayWriteOtherwise() {
    for (String name : List.of("One", "Two")) {
      List<Place> places = Place.thorough(name).toList();
      assertThat(places).doesNotHaveDuplicates().containsAll(Place.crosswise(name).toList());
      assertThat(places.stream().filter(place -> place.backend().equals("kryo")))
          .extracting(Place::jdk)
          .containsExactlyInAnyOrderElementsOf(Jdks.all());
    }
  }

  @ParameterizedTest(name = "{0} JDKs, {1} backends")
  @CsvSource({"1, 1", "1, 4", "2, 2", "2, 3", "2, 4", "3, 2"})
  void aTestSeesEachAndAllTestsSeeAllPairs(int jdks, int backends) {
    List<Jdk> installed =
        IntStream.range(0, jdks).mapToObj(i -> new Jdk(Path.of("jdk" + i), 17 + i)).toList();
    List<String> found = IntStream.range(0, backends).mapToObj(i -> "backend" + i).toList();
    for (String name : List.of("One", "Two")) {
      List<Place> places = Place.crosswise(name, installed, found).toList();
      assertThat(places).hasSize(Math.max(jdks, backends));
      assertThat(places).extracting(Place::jdk).containsAll(installed);
      assertThat(places).extracting(Place::backend).containsAll(found);
    }
    assertThat(
            Stream.of("a", "b", "c")
                .flatMap(name -> Place.crosswise(name, installed, found))
                .collect(Collectors.toSet()))
        .hasSize(jdks * backends);
  }

  @Test
  void onlyPlacesOfOneJdkAreTogetherAndNoneIsLost() {
    List<Place> places = Place.all().toList();
    for (String name : List.of("One", "Two")) {
      List<List<Place>> together = Place.together(name, places.stream());
      assertThat(together).hasSize(Jdks.all().size());
      assertThat(together)
          .allSatisfy(
              some -> assertThat(some).extracting(Place::jdk).containsOnly(some.get(0).jdk()));
      assertThat(together.stream().flatMap(List::stream))
          .containsExactlyInAnyOrderElementsOf(places);
    }
  }

  @Test
  void whatADriverPrintedUnderOneBackendIsNoOthers() {
    List<String> out = List.of("loses=workers", "backend=a", "CASE ok x", "backend=b", "cases=0");
    DriverRun run = new DriverRun(0, out, List.of(), List.of());
    assertThat(run.with("a").out()).containsExactly("loses=workers", "backend=a", "CASE ok x");
    assertThat(run.with("b").out()).containsExactly("loses=workers", "backend=b", "cases=0");
    assertThat(run.with("c").out()).containsExactly("loses=workers");
  }
}
