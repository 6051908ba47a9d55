package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import java.util.stream.Collectors;

/** A program that sends one frame over a process pool's bus, and says what would keep it alive. */
final class QuietDriver {

  private QuietDriver() {}

  public static void main(String[] arguments) throws Exception {
    FakeDriver driver = new FakeDriver();
    ProcessesTransport transport = new ProcessesTransport(new FakeHost()::open);
    try (Transport.Connection connection = transport.connect(driver)) {
      connection.send("local", new byte[] {42});
      System.out.print(FakeDriver.next(driver.frames).frame()[0]);
    }
    System.out.print(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !thread.isDaemon())
            .map(Thread::getName)
            .collect(Collectors.joining(", ", " [", "]")));
  }
}
