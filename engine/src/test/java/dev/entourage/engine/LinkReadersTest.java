package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.worker.FrameException;
import dev.entourage.worker.Frames;
import dev.entourage.worker.Link;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Exiting;
import dev.entourage.worker.LinkMessage.Result;
import java.io.EOFException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test is the worker, at the other end of a real socket. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinkReadersTest {

  private static final byte[] PREFIX = {1, 2, 3};

  /** What was read, and by whom. */
  private record Heard(LinkMessage message, Thread by) {}

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final Map<Long, TaskFuture> futures = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final FutureTask<Void> keeping = new FutureTask<>(this::keep, null);
  private final Thread keeper = new Thread(keeping, "keeper");
  private final FutureTask<LinkReaders> made = new FutureTask<>(this::make);
  private SocketChannel peer;
  private Link link;

  @BeforeEach
  void connect() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      peer = SocketChannel.open(server.getLocalAddress());
      link = new Link(server.accept());
    }
    link.cap(Frames.DEFAULT_CAP);
    link.unblock();
    keeper.start();
  }

  @AfterEach
  void close() throws Exception {
    link.close();
    peer.close();
    keeper.join();
  }

  private LinkReaders make() {
    return new LinkReaders(link, PREFIX, this::hear);
  }

  private void keep() {
    made.run();
    try {
      made.get().keep();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a pool does: who waits for a reply takes it, and the others' futures end elsewhere. */
  private void hear(byte[] frame) {
    ByteBuffer whole = ByteBuffer.wrap(frame, PREFIX.length, frame.length - PREFIX.length);
    assertThat(Arrays.copyOf(frame, PREFIX.length)).isEqualTo(PREFIX);
    LinkMessage message = LinkCodec.decode(whole);
    if (message instanceof Result result) {
      TaskFuture future = futures.remove(result.task());
      Runnable end = () -> future.returned(result.task());
      if (!future.offer(end)) {
        end.run();
      }
    }
    heard.add(new Heard(message, Thread.currentThread()));
  }

  /** A task under way whose reply comes over the link. */
  private long submit() throws Exception {
    long id = ids.incrementAndGet();
    TaskFuture future = new TaskFuture();
    futures.put(id, future);
    made.get().sent(1);
    future.comesFrom(made.get());
    return id;
  }

  private synchronized void say(LinkMessage message) throws Exception {
    write(LinkCodec.encode(message));
  }

  private void write(byte[] bytes) throws Exception {
    for (ByteBuffer out = ByteBuffer.wrap(bytes); out.hasRemaining(); ) {
      peer.write(out);
    }
  }

  private void reply(long task) throws Exception {
    say(new Result(task, 1, ByteBuffer.allocate(10)));
  }

  private Heard next() throws InterruptedException {
    return heard.take();
  }

  /** A task, and who waits for it within the link. */
  private final class Reader {

    final TaskFuture future;
    final FutureTask<Object> wait;
    final Thread thread;
    final long task;

    /** Begins to wait; the keeper may be at the link yet. */
    Reader(Wait how) throws Exception {
      task = submit();
      future = futures.get(task);
      wait = new FutureTask<>(() -> how.on(future));
      thread = new Thread(wait);
      thread.start();
    }

    /** Says whether it reads: what the worker says now is heard by it. */
    boolean reads() throws Exception {
      say(new Exiting(task, 1));
      return next().by() == thread;
    }

    void end() throws Exception {
      reply(task);
      assertThat(wait.get()).isEqualTo(task);
      assertThat(next().message()).isInstanceOf(Result.class);
    }
  }

  private interface Wait {
    Object on(TaskFuture future) throws Exception;
  }

  /** Waits for tasks until who waits is the one that reads, as the keeper has stood aside. */
  private Reader reader(Wait how) throws Exception {
    while (true) {
      Reader reader = new Reader(how);
      if (reader.reads()) {
        return reader;
      }
      while (reader.thread.getState() == Thread.State.RUNNABLE && !reader.reads()) {
        Thread.onSpinWait();
      }
      reader.end();
    }
  }

  /** Whoever reads now, what the worker says is heard. */
  private void assertIsRead() throws Exception {
    say(new Exiting(4711, 1));
    assertThat(next().message()).isEqualTo(new Exiting(4711, 1));
  }

  @Test
  void whoWaitsReadsForItself() throws Exception {
    Reader reader = reader(TaskFuture::join);
    reply(reader.task);
    assertThat(reader.wait.get()).isEqualTo(reader.task);
    assertThat(next().by()).isEqualTo(reader.thread);
    assertIsRead();
  }

  @Test
  void theKeeperReadsWhileNobodyWaits() throws Exception {
    long task = submit();
    TaskFuture future = futures.get(task);
    reply(task);
    assertThat(next().by()).isEqualTo(keeper);
    assertThat(future.isDone()).isTrue();
  }

  @Test
  void whoReadsPassesTheRepliesOfOthersOn() throws Exception {
    Reader reader = reader(TaskFuture::join);
    Reader other = new Reader(future -> future.get(50, TimeUnit.SECONDS));
    reply(other.task);
    assertThat(other.wait.get()).isEqualTo(other.task);
    assertThat(next().by()).isEqualTo(reader.thread);
    reader.end();
    assertIsRead();
  }

  @Test
  void theKeeperReadsOnForAnotherThatStillWaits() throws Exception {
    Reader reader = reader(TaskFuture::join);
    Reader other = new Reader(TaskFuture::join);
    while (other.thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    reader.end();
    other.end();
  }

  @Test
  void aWaitThatEndsWithinAFrameLosesNothingOfIt() throws Exception {
    Reader reader = reader(future -> future.get(300, TimeUnit.MILLISECONDS));
    byte[] frame = LinkCodec.encode(new Result(reader.task, 1, ByteBuffer.allocate(100_000)));
    write(Arrays.copyOf(frame, 50_000));
    assertThatThrownBy(reader.wait::get).hasCauseInstanceOf(TimeoutException.class);
    write(Arrays.copyOfRange(frame, 50_000, frame.length));
    assertThat(next().by()).isEqualTo(keeper);
    assertThat(reader.future.get()).isEqualTo(reader.task);
  }

  @Test
  void anInterruptEndsAGetThatReads() throws Exception {
    Reader reader = reader(TaskFuture::get);
    reader.thread.interrupt();
    assertThatThrownBy(reader.wait::get).hasCauseInstanceOf(InterruptedException.class);
    assertIsRead();
    assertThat(reader.future).isNotDone();
    reply(reader.task);
    assertThat(reader.future.get()).isEqualTo(reader.task);
  }

  @Test
  void anInterruptLeavesAJoinReading() throws Exception {
    Reader reader =
        reader(
            future -> {
              Object result = future.join();
              assertThat(Thread.interrupted()).isEqualTo(future.isDone() && seen.get() > 0);
              return result;
            });
    seen.incrementAndGet();
    reader.thread.interrupt();
    assertThat(reader.reads()).isTrue();
    reader.end();
  }

  private final AtomicLong seen = new AtomicLong();

  @Test
  void whoReadsHearsOfACancel() throws Exception {
    Reader reader = reader(TaskFuture::get);
    reader.future.cancel(true);
    assertThatThrownBy(reader.wait::get).hasCauseInstanceOf(CancellationException.class);
    assertIsRead();
  }

  /** Such as a task that runs again on another worker, whose link has another reader. */
  @Test
  void whoReadsHearsOfAReplyThatCameAnotherWay() throws Exception {
    Reader reader = reader(TaskFuture::join);
    assertThat(reader.future.offer(() -> reader.future.returned("elsewhere"))).isTrue();
    assertThat(reader.wait.get()).isEqualTo("elsewhere");
    assertIsRead();
  }

  @Test
  void theKeeperHearsOfAnEndThatAWaitingThreadReads() throws Exception {
    Reader reader = reader(TaskFuture::join);
    peer.close();
    keeping.get();
    assertThat(reader.wait.isDone()).isFalse();
    reader.future.completeExceptionally(new IllegalStateException("lost"));
    assertThatThrownBy(reader.wait::get).hasRootCauseMessage("lost");
  }

  @Test
  void theKeeperHearsOfAFrameThatAWaitingThreadCannotRead() throws Exception {
    Reader reader = reader(TaskFuture::join);
    write(new byte[] {99, 99, 99, 99, 99, 99});
    assertThatThrownBy(keeping::get).hasRootCauseInstanceOf(FrameException.class);
    reader.future.returned("anyway");
    assertThat(reader.wait.get()).isEqualTo("anyway");
  }

  @Test
  void theKeeperHearsOfAnEndWithinAFrame() throws Exception {
    reader(TaskFuture::join);
    write(Arrays.copyOf(LinkCodec.encode(new Exiting(1, 1)), 9));
    peer.close();
    assertThatThrownBy(keeping::get).hasRootCauseInstanceOf(EOFException.class);
  }

  /** The futures of the test's map end anyhow, so who takes its reply twice would fail. */
  @Test
  void theKeeperHearsOfWhatAFrameMakesFail() throws Exception {
    Reader reader = reader(TaskFuture::join);
    reply(-1);
    assertThatThrownBy(keeping::get).hasRootCauseInstanceOf(NullPointerException.class);
    reader.future.returned("anyway");
    assertThat(reader.wait.get()).isEqualTo("anyway");
  }

  @Test
  void aLinkThatIsClosedHereEndsForBoth() throws Exception {
    Reader reader = reader(TaskFuture::join);
    link.close();
    keeping.get();
    reader.future.cancel(true);
    assertThatThrownBy(reader.wait::get).hasCauseInstanceOf(CancellationException.class);
  }

  /** Threads that wait, give up, are interrupted or cancelled: no reply is left unread. */
  @Test
  void allEndWhateverTheirWaitersDo() throws Exception {
    BlockingQueue<Long> toReply = new LinkedBlockingQueue<>();
    Thread worker = new Thread(() -> replyToAll(toReply));
    worker.start();
    FutureTask<?>[] callers = new FutureTask<?>[4];
    for (int i = 0; i < callers.length; i++) {
      callers[i] = new FutureTask<>((Callable<Object>) () -> callMany(toReply));
      new Thread(callers[i]).start();
    }
    for (FutureTask<?> caller : callers) {
      caller.get();
    }
    toReply.add(0L);
    worker.join();
    assertThat(futures).isEmpty();
  }

  private void replyToAll(BlockingQueue<Long> toReply) {
    try {
      for (long task = toReply.take(); task != 0; task = toReply.take()) {
        reply(task);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Object callMany(BlockingQueue<Long> toReply) throws Exception {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < 3_000; i++) {
      long task;
      TaskFuture future;
      synchronized (ids) {
        task = submit();
        future = futures.get(task);
      }
      toReply.add(task);
      if (random.nextInt(4) == 0) {
        Thread.currentThread().interrupt();
      }
      try {
        future.get(random.nextInt(3_000), TimeUnit.MICROSECONDS);
      } catch (TimeoutException | InterruptedException e) {
        assertThat(future.join()).isEqualTo(task);
      }
    }
    return null;
  }
}
