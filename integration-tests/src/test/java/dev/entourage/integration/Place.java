package dev.entourage.integration;

import dev.entourage.spi.SerializationBackend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a case runs.
 *
 * @param jdk the JDK of driver and workers
 * @param backend the id of the serialization backend
 */
record Place(Jdk jdk, String backend) {

  private static final String DEFAULT = "kryo";

  /** All that the product brings. */
  private static final List<SerializationBackend> BACKENDS =
      ServiceLoader.load(SerializationBackend.class).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  /** Returns the ids of all backends of the product. */
  static List<String> backends() {
    return BACKENDS.stream().map(SerializationBackend::id).toList();
  }

  /**
   * Returns the default backend on every JDK, and each other backend on one, for what a library may
   * write otherwise. The others write the same table of nodes.
   */
  static Stream<Place> thorough(String name) {
    return Stream.concat(Jdks.all().stream().map(jdk -> new Place(jdk, DEFAULT)), crosswise(name))
        .distinct();
  }

  /** Returns every JDK with every backend. */
  static Stream<Place> all() {
    return Jdks.all().stream()
        .flatMap(jdk -> backends().stream().map(backend -> new Place(jdk, backend)));
  }

  /**
   * Returns every JDK and every backend once, for what knows only one of them. Which of them meet
   * goes by the name of what runs there: between them, the tests see all pairs.
   */
  static Stream<Place> crosswise(String name) {
    return crosswise(name, Jdks.all(), backends());
  }

  static Stream<Place> crosswise(String name, List<Jdk> jdks, List<String> backends) {
    return IntStream.range(0, Math.max(jdks.size(), backends.size()))
        .mapToObj(i -> new Place(at(i + shift(name), jdks), at(i, backends)));
  }

  /**
   * Returns these places, those together that one process can run one after the other. Which comes
   * first, into a JVM that no other warmed up, goes by the name, too.
   */
  static List<List<Place>> together(String name, Stream<Place> places) {
    List<Place> turned = new ArrayList<>(places.toList());
    Collections.rotate(turned, shift(name));
    return List.copyOf(
        turned.stream()
            .collect(
                Collectors.groupingBy(
                    place -> List.of(place.jdk, place.options()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values());
  }

  private static int shift(String name) {
    return name.chars().sum();
  }

  private static <T> T at(int i, List<T> all) {
    return all.get(i % all.size());
  }

  /** Returns the options for {@code java} that its backend can't do without. */
  List<String> options() {
    return BACKENDS.stream()
        .filter(found -> found.id().equals(backend))
        .flatMap(found -> found.jvmOptions().stream())
        .toList();
  }

  @Override
  public String toString() {
    return jdk + ", " + backend;
  }
}
