package dev.entourage.backend.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.MarshallingException;
import dev.entourage.PreparationException;
import dev.entourage.backend.testkit.Cases.Case;
import dev.entourage.backend.testkit.Verdict.Kind;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Sends the roots of each case on their journeys, each once. */
final class Trials {

  private final Map<String, Verdict> known = new ConcurrentHashMap<>();

  /** One verdict for each root of a case. */
  List<Verdict> of(Case program, Supplier<SerializationBackend> backend) {
    return IntStream.range(0, roots(program)).mapToObj(i -> of(program, i, backend)).toList();
  }

  static int roots(Case program) {
    return Program.load(program.name()).roots().length;
  }

  Verdict of(Case program, int root, Supplier<SerializationBackend> backend) {
    return known.computeIfAbsent(
        program.name() + " " + root,
        name -> SmallStack.call(() -> travels(program, root, backend.get())));
  }

  private static Verdict travels(Case program, int number, SerializationBackend backend) {
    Program driver = Program.load(program.name());
    Object root = driver.roots()[number];
    String expected = driver.show(root);
    Journey journey = new Journey(backend);
    Verdict verdict;
    try {
      verdict = packed(program, journey, root, expected, driver);
      assertThat(driver.show(root)).as("the original afterwards").isEqualTo(expected); // C21
    } catch (RuntimeException | Error e) {
      return new Verdict(Kind.WRONG, "", e);
    }
    return verdict;
  }

  private static Verdict packed(
      Case program, Journey journey, Object root, String expected, Program driver) {
    Journey.Parcel parcel;
    try {
      parcel = journey.pack(root, driver.main());
    } catch (PreparationException e) {
      assertThat(e.path()).isNotEmpty();
      return new Verdict(Kind.REFUSED, e.path(), e);
    }
    Program worker = Program.in(journey.worker(parcel), program.name());
    assertThat(worker.main()).isNotSameAs(driver.main());
    Object arrived;
    try {
      arrived = journey.unpack(parcel);
    } catch (MarshallingException e) {
      assertThat(e.getMessage()).isNotBlank();
      return new Verdict(Kind.FAILED, "", e);
    }
    assertThat(worker.show(arrived)).as("on the worker").isEqualTo(expected);
    assertThat(driver.show(journey.home(parcel, arrived))).as("back home").isEqualTo(expected);
    return Verdict.carried();
  }
}
