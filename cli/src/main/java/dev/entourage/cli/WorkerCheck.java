package dev.entourage.cli;

import dev.entourage.EntourageException;
import dev.entourage.Workers;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletionException;

/** Whether a worker process answers, with each backend: the proof that all of it works together. */
final class WorkerCheck {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private WorkerCheck() {}

  static void examine(Report report) {
    List<SerializationBackend> backends =
        ServiceLoader.load(SerializationBackend.class, WorkerCheck.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    for (SerializationBackend backend : backends) {
      try {
        examine(report, backend.id());
      } catch (EntourageException | CompletionException e) {
        report.row("Worker", backend.id(), "no answer");
        report.problem("No worker answers: backend=" + backend.id() + ", reason=" + reason(e));
      }
    }
  }

  private static String reason(RuntimeException e) {
    return e instanceof CompletionException && e.getCause() != null
        ? e.getCause().getMessage()
        : e.getMessage();
  }

  private static void examine(Report report, String backend) {
    long began = System.nanoTime();
    try (Workers workers = workers(backend)) {
      long pid = workers.submit(() -> ProcessHandle.current().pid()).join();
      long millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
      report.row("Worker", backend, "process " + pid + " answered after " + millis + " ms");
    }
  }

  /** Our own classes never travel, but the doctor's task is one of them. */
  private static Workers workers(String backend) {
    return Workers.builder()
        .processes(1)
        .backend(backend)
        .byValue(WorkerCheck.class.getPackageName())
        .build();
  }
}
