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
        ProviderCheck.all(
            ServiceLoader.load(SerializationBackend.class, WorkerCheck.class.getClassLoader()));
    for (SerializationBackend backend : backends) {
      try {
        examine(report, backend.id());
      } catch (EntourageException | CompletionException | LinkageError e) {
        report.row("Worker", backend.id(), "no answer");
        report.problem("No worker answers: backend=" + backend.id() + ", reason=" + reason(e));
      }
    }
  }

  private static String reason(Throwable e) {
    return String.valueOf(e instanceof CompletionException ? e.getCause() : e);
  }

  private static void examine(Report report, String backend) {
    long began = System.nanoTime();
    try (Workers workers = workers(backend)) {
      long pid = workers.submit(() -> ProcessHandle.current().pid()).join();
      long millis = (System.nanoTime() - began) / NANOS_PER_MILLI;
      report.row("Worker", backend, "process " + pid + " answered after " + millis + " ms");
      report.row("Archive", backend, archive(workers));
      LambdaCheck.examine(report, backend, workers);
    }
  }

  /** What lets workers start in half the time; the engine tells each whether it has one. */
  private static String archive(Workers workers) {
    return workers.submit(() -> System.getProperty("entourage.archive.state", "unknown")).join();
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
