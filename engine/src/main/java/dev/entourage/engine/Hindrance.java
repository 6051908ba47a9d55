package dev.entourage.engine;

import dev.entourage.worker.BusMessage.Greeting;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a host can't serve a pool. */
final class Hindrance {

  private Hindrance() {}

  static Optional<String> of(OpenSession opening, Greeting greeting) {
    List<String> why = new ArrayList<>();
    if (!greeting.backends().contains(opening.backend())) {
      why.add(
          "backend="
              + opening.backend()
              + ", the host's backends="
              + greeting.backends()
              + ". On the host: "
              + Choice.backendFix(opening.backend()));
    }
    if (!opening.inherited().isEmpty() && !greeting.sameMachine()) {
      why.add("inheritClassPath(true) and byReference need a host in the driver's own JVM");
    }
    return why.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", why));
  }

  /** Of a host whose greeting can't be read. */
  static String protocol(int itsOwn) {
    return "protocol="
        + Frames.VERSION
        + ", the host's protocol="
        + itsOwn
        + ". Use the same release of Entourage on both";
  }
}
