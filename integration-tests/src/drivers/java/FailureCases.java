import dev.entourage.EntourageException;
import dev.entourage.PreparationException;
import dev.entourage.RemoteTaskException;
import dev.entourage.Workers;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/** What can't travel, and what fails. */
public class FailureCases {

  public static void main(String[] args) {
    Cases.run(FailureCases.class, args);
  }

  static final class Service {
    final Map<String, Object> cache = new HashMap<>();
    Object client;
  }

  private static void refused(Workers workers, Object culprit, String type) throws Exception {
    Service service = new Service();
    service.client = culprit;
    PreparationException direct = refusal(() -> workers.submit(() -> service.client.toString()));
    Cases.check(
        direct.path().matches("lambda at FailureCases\\.java:\\d+ → .*client → " + type),
        "path=" + direct.path());
    Service holder = new Service();
    holder.cache.put("key", new ArrayList<>(List.of(culprit)));
    PreparationException deep = refusal(() -> workers.submit(() -> holder.cache.size()));
    Cases.check(
        deep.path().matches("lambda at FailureCases\\.java:\\d+ → .*cache → .*" + type),
        "path=" + deep.path());
  }

  private static PreparationException refusal(Callable<?> submission) throws Exception {
    PreparationException e = Cases.thrown(PreparationException.class, submission);
    Cases.check(e.getMessage().contains(e.path()), "the message lacks the path: " + e);
    System.out.println("refusal=" + e.getMessage().replace('\n', ' '));
    return e;
  }

  // C26
  static void refusesAThread(Workers workers) throws Exception {
    refused(workers, new Thread(() -> {}), "java\\.lang\\.Thread");
  }

  // C26
  static void refusesASocket(Workers workers) throws Exception {
    try (Socket socket = new Socket()) {
      refused(workers, socket, "java\\.net\\.Socket");
    }
  }

  // C26
  static void refusesAnOpenStream(Workers workers) throws Exception {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("open", "stream");
    try (InputStream stream = new java.io.FileInputStream(file.toFile())) {
      refused(workers, stream, "java\\.io\\.FileInputStream");
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  // C26
  static void refusesAChannel(Workers workers) throws Exception {
    try (var channel = java.nio.channels.SocketChannel.open()) {
      refused(workers, channel, "sun\\.nio\\.ch\\.SocketChannelImpl");
    }
  }

  // C26
  static void refusesAClassLoader(Workers workers) throws Exception {
    refused(workers, ClassLoader.getSystemClassLoader(), ".*ClassLoader");
  }

  // C26
  static void refusesALockThatIsHeld(Workers workers) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    refused(workers, lock, "java\\.util\\.concurrent\\.locks\\.ReentrantLock");
  }

  // C26
  static void refusesADirectBuffer(Workers workers) throws Exception {
    refused(workers, ByteBuffer.allocateDirect(8), "java\\.nio\\.DirectByteBuffer");
  }

  // C26
  static void whatIsRefusedHurtsNoLaterTask(Workers workers) throws Exception {
    Thread culprit = new Thread(() -> {});
    refusal(() -> workers.submit(() -> culprit.getName()));
    Cases.same(2, Cases.on(workers, () -> 2));
  }

  static final class QuotaException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int limit;

    QuotaException(String message, int limit, Throwable cause) {
      super(message, cause);
      this.limit = limit;
    }
  }

  // E37
  static void ownExceptionArrivesAsItself(Workers workers) throws Exception {
    RemoteTaskException e =
        Cases.thrown(RemoteTaskException.class, () -> Cases.on(workers, () -> overQuota(3)));
    Cases.check(
        e.getCause() instanceof QuotaException, "cause=" + e.getCause() + " of " + e.getMessage());
    QuotaException quota = (QuotaException) e.getCause();
    Cases.same("over 3", quota.getMessage());
    Cases.same(3, quota.limit);
    Cases.same(IllegalStateException.class, quota.getCause().getClass());
    Cases.same("full", quota.getCause().getMessage());
    Cases.same("also", quota.getSuppressed()[0].getMessage());
    StackTraceElement top = quota.getStackTrace()[0];
    Cases.same("overQuota", top.getMethodName());
    Cases.same("FailureCases.java", top.getFileName());
    Cases.check(top.getLineNumber() > 0, "line=" + top.getLineNumber());
    Cases.same(QuotaException.class.getName(), e.remoteType());
    Cases.check(e.remoteStackTrace().contains("FailureCases.java:"), e.remoteStackTrace());
    Cases.check(!e.worker().isEmpty(), "no worker named");
  }

  private static int overQuota(int limit) {
    QuotaException quota =
        new QuotaException("over " + limit, limit, new IllegalStateException("full"));
    quota.addSuppressed(new RuntimeException("also"));
    throw quota;
  }

  static final class ThreadException extends Exception {
    private static final long serialVersionUID = 1L;
    final Thread thread = Thread.currentThread();

    ThreadException(String message) {
      super(message, new java.io.IOException("disk"));
    }
  }

  // E37
  static void exceptionThatCantTravelArrivesAsData(Workers workers) throws Exception {
    RemoteTaskException e =
        Cases.thrown(
            RemoteTaskException.class,
            () ->
                Cases.on(
                    workers,
                    () -> {
                      throw new ThreadException("by thread");
                    }));
    Cases.same(ThreadException.class.getName(), e.remoteType());
    Cases.check(e.getMessage().contains("by thread"), e.getMessage());
    Cases.check(e.remoteStackTrace().contains("by thread"), e.remoteStackTrace());
    Cases.check(e.remoteStackTrace().contains("FailureCases.java:"), e.remoteStackTrace());
    Cases.check(e.remoteStackTrace().contains("disk"), e.remoteStackTrace());
  }

  // E37
  static void failingItemOfMapThrows(Workers workers) throws Exception {
    RemoteTaskException e =
        Cases.thrown(
            RemoteTaskException.class, () -> workers.map(List.of(4, 0, 2), item -> 8 / item));
    Cases.same(ArithmeticException.class, e.getCause().getClass());
  }

  // E38
  static void resultThatCantTravelFailsAndTheWorkerGoesOn(Workers workers) throws Exception {
    List<Long> before = pids(workers);
    EntourageException e =
        Cases.thrown(
            EntourageException.class,
            () ->
                Cases.on(
                    workers,
                    () -> {
                      Service service = new Service();
                      service.client = new Thread(() -> {});
                      return service;
                    }));
    Cases.check(e.getMessage().contains("client"), "no path in: " + e.getMessage());
    Cases.check(e.getMessage().contains("java.lang.Thread"), "no culprit in: " + e.getMessage());
    Cases.same(3, Cases.on(workers, () -> 3));
    Cases.check(pids(workers).containsAll(before), "lost: " + before + " of " + pids(workers));
  }

  private static List<Long> pids(Workers workers) {
    return workers.members().stream().map(dev.entourage.WorkerInfo::pid).sorted().toList();
  }

  // E39
  @SuppressWarnings({"unchecked", "rawtypes"})
  static void heapPollutionIsTheUsersClassCastException(Workers workers) throws Exception {
    List raw = new ArrayList<>(List.of(1));
    List<String> polluted = raw;
    RemoteTaskException e =
        Cases.thrown(
            RemoteTaskException.class, () -> Cases.on(workers, () -> polluted.get(0).length()));
    Cases.same(ClassCastException.class, e.getCause().getClass());
  }

  // E38: what only looks closed travels
  static void streamOverMemoryIsRefusedOrRight(Workers workers) throws Exception {
    InputStream stream = new ByteArrayInputStream(new byte[] {42});
    try {
      Cases.same(42, Cases.on(workers, stream::read));
    } catch (PreparationException e) {
      Cases.check(e.path().contains("ByteArrayInputStream"), e.path());
      Cases.same(1, Cases.on(workers, () -> 1));
    }
  }
}
