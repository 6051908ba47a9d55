/**
 * Makes pools of workers. On the driver: submitting, leases, results. In a host: starting, linking
 * and ending worker processes. It is the only reader of the wire besides the worker itself.
 *
 * @provides dev.entourage.spi.Engine found by {@link dev.entourage.Workers#builder()}
 * @provides dev.entourage.spi.Transport the id {@code processes}
 * @uses dev.entourage.spi.SerializationBackend all that are there; a pool picks one
 * @uses dev.entourage.spi.Transport all that are there; a pool picks one
 * @since 0.1
 */
module dev.entourage.engine {
  requires transitive dev.entourage.api;
  requires dev.entourage.preparer;
  requires dev.entourage.worker;
  requires java.management;
  requires org.slf4j;

  exports dev.entourage.engine;

  uses dev.entourage.spi.SerializationBackend;
  uses dev.entourage.spi.Transport;

  provides dev.entourage.spi.Engine with
      dev.entourage.engine.PoolEngine;
  provides dev.entourage.spi.Transport with
      dev.entourage.engine.ProcessesTransport;
}
