/**
 * The command line: {@code entourage run}, {@code explain}, {@code worker}, {@code members}, {@code
 * keygen}, {@code classpath} and {@code doctor}. It exports nothing.
 *
 * @uses dev.entourage.spi.Engine to tell whether one is on the path
 * @uses dev.entourage.spi.SerializationBackend to list the backends
 * @uses dev.entourage.spi.Transport to list the transports
 * @since 0.1
 */
module dev.entourage.cli {
  requires dev.entourage.api;
  requires dev.entourage.transport.vertx;
  requires info.picocli;
  requires java.management;

  uses dev.entourage.spi.Engine;
  uses dev.entourage.spi.SerializationBackend;
  uses dev.entourage.spi.Transport;

  opens dev.entourage.cli to
      info.picocli;
}
