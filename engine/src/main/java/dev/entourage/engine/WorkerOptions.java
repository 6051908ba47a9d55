package dev.entourage.engine;

import java.util.ArrayList;
import java.util.List;

/** What workers take over from the driver's own JVM, before the user's options. */
final class WorkerOptions {

  private WorkerOptions() {}

  static List<String> of(List<String> users) {
    List<String> all = new ArrayList<>();
    if (WorkerOptions.class.desiredAssertionStatus()) {
      all.add("-enableassertions");
    }
    all.addAll(users);
    return all;
  }
}
