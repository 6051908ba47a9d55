package dev.entourage.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The main class of a worker JVM. Its host starts it, tells it the secret through standard input,
 * and ends it by closing either that or the link.
 *
 * @since 0.1
 */
public final class WorkerMain {

  private static final int LONGEST_LINE = 4096;

  private WorkerMain() {}

  /**
   * Connects to the host and serves its session until the host goes.
   *
   * @param arguments none
   * @throws IOException when the host can't be reached
   */
  public static void main(String[] arguments) throws IOException {
    InputStream host = new FileInputStream(FileDescriptor.in);
    System.setIn(InputStream.nullInputStream());
    Setup setup = Setup.parse(readLine(host));
    Thread watch = Exit.whenEnded(host, setup::deleteFiles);
    try (Link link = greet(setup, watch)) {
      Session.open(link).serve();
    }
    Exit.now();
  }

  /** A host that is interrupted while its workers start takes its socket away first. */
  private static Link greet(Setup setup, Thread watch) throws IOException {
    try {
      return Handshake.asWorker(setup);
    } catch (IOException e) {
      Exit.ifGone(watch);
      throw e;
    }
  }

  /** Reads no byte behind the line's end: a reader with a buffer would. */
  private static String readLine(InputStream in) throws IOException {
    byte[] line = new byte[LONGEST_LINE];
    int size = 0;
    for (int next = in.read(); next != '\n' && next >= 0 && size < LONGEST_LINE; next = in.read()) {
      line[size++] = (byte) next;
    }
    return new String(line, 0, size, StandardCharsets.UTF_8);
  }
}
