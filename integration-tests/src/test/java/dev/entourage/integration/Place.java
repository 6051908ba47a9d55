package dev.entourage.integration;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a case runs.
 *
 * @param jdk the JDK of driver and workers
 * @param backend the serialization backend
 */
record Place(Jdk jdk, String backend) {

  private static final List<String> BACKENDS = List.of("kryo", "protostuff");

  /** Returns every JDK with every backend. */
  static Stream<Place> all() {
    return Jdks.all().stream()
        .flatMap(jdk -> BACKENDS.stream().map(backend -> new Place(jdk, backend)));
  }

  /** Returns every JDK and every backend once, for what knows only one of them. */
  static Stream<Place> crosswise() {
    List<Jdk> jdks = Jdks.all();
    return IntStream.range(0, Math.max(jdks.size(), BACKENDS.size()))
        .mapToObj(i -> new Place(jdks.get(i % jdks.size()), BACKENDS.get(i % BACKENDS.size())));
  }

  @Override
  public String toString() {
    return jdk + ", " + backend;
  }
}
