package dev.entourage.worker;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.CodeRequests;
import dev.entourage.preparer.Digest;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.CodeAnswer;
import dev.entourage.worker.LinkMessage.CodeRequest;
import dev.entourage.worker.LinkMessage.FindRequest;
import dev.entourage.worker.LinkMessage.JarRequest;
import dev.entourage.worker.LinkMessage.ManifestRequest;
import dev.entourage.worker.LinkMessage.ResourceRequest;
import dev.entourage.worker.LinkMessage.SharedRequest;
import dev.entourage.worker.LinkMessage.StaticsRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Asks the driver over the link. Any thread of the user's may ask, by loading a class; an interrupt
 * of it must not close the socket, so a thread of our own writes, and who asks waits through
 * interrupts.
 */
final class Questions implements CodeRequests {

  private final Link link;
  private final Baton baton;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, Asked> open = new ConcurrentHashMap<>();
  private volatile boolean ended;
  private final ExecutorService writer = Executors.newSingleThreadExecutor(Questions::thread);

  Questions(Link link, Baton baton) {
    this.link = link;
    this.baton = baton;
  }

  @Override
  public byte[] manifest(Digest id) {
    return bytes(n -> new ManifestRequest(n, id))
        .map(Questions::array)
        .orElseThrow(() -> unknown("manifest", id));
  }

  @Override
  public Map<Digest, byte[]> code(List<Digest> missing) {
    CodeAnswer answer = (CodeAnswer) ask(n -> new CodeRequest(n, missing));
    Map<Digest, byte[]> files = new HashMap<>();
    answer.files().forEach((hash, file) -> files.put(hash, array(file)));
    return files;
  }

  @Override
  public Optional<byte[]> find(Digest manifest, String className) {
    return bytes(n -> new FindRequest(n, manifest, className)).map(Questions::array);
  }

  @Override
  public byte[] resources(Digest manifest, String name) {
    return bytes(n -> new ResourceRequest(n, manifest, name))
        .map(Questions::array)
        .orElseThrow(() -> unknown("manifest", manifest));
  }

  /** Asks for the values of static fields that a task may read, without those that are held. */
  ByteBuffer statics(long statics, List<Long> held) {
    return bytes(n -> new StaticsRequest(n, statics, held))
        .orElseThrow(
            () ->
                new CodeUnavailableException(
                    "The driver doesn't know these values of static fields: id=" + statics));
  }

  @Override
  public Optional<String> travels(String jar) {
    return bytes(n -> new JarRequest(n, jar))
        .map(reason -> new String(array(reason), StandardCharsets.UTF_8));
  }

  ByteBuffer shared(Digest id) {
    return bytes(n -> new SharedRequest(n, id)).orElseThrow(() -> unknown("shared value", id));
  }

  /** Called by the thread that reads the link. */
  void answered(long id, LinkMessage answer) {
    Asked question = open.remove(id);
    if (question != null) {
      question.answered(answer);
    }
  }

  private Optional<ByteBuffer> bytes(LongFunction<LinkMessage> question) {
    return ((Answer) ask(question)).bytes();
  }

  private LinkMessage ask(LongFunction<LinkMessage> question) {
    Waiting waiting = new Waiting();
    ask(question, waiting);
    return waiting.await();
  }

  /** Asks without waiting; returns the number of the question. */
  long ask(LongFunction<LinkMessage> question, Asked asked) {
    long id = ids.incrementAndGet();
    open.put(id, asked);
    if (ended) {
      asked.failed(gone());
    } else {
      writer.execute(() -> send(question.apply(id), asked));
      baton.pass();
    }
    return id;
  }

  /** The link has ended: nobody answers any more. */
  void end() {
    ended = true;
    open.values().forEach(waiting -> waiting.failed(gone()));
  }

  /** Says something that has no answer, from any thread. */
  void tell(LinkMessage message) {
    writer.execute(() -> send(message, new Waiting()));
  }

  private static CodeUnavailableException gone() {
    return new CodeUnavailableException("The driver is gone");
  }

  private void send(LinkMessage question, Asked waiting) {
    try {
      link.send(question);
    } catch (IOException e) {
      waiting.failed(new CodeUnavailableException("The driver is gone", e));
    }
  }

  private static byte[] array(ByteBuffer bytes) {
    byte[] array = new byte[bytes.remaining()];
    bytes.duplicate().get(array);
    return array;
  }

  private static CodeUnavailableException unknown(String what, Digest id) {
    return new CodeUnavailableException("The driver doesn't know this " + what + ": id=" + id);
  }

  private static Thread thread(Runnable body) {
    Thread thread = new Thread(null, body, "entourage-questions", 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
