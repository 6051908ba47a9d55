/**
 * A backend that writes object graphs into Apache Fory's memory buffers. Needs no JVM options.
 *
 * @since 0.1
 */
module dev.entourage.backend.fory {
  requires dev.entourage.api;
  requires org.apache.fory.core;

  provides dev.entourage.spi.SerializationBackend with
      dev.entourage.backend.fory.ForyBackend;
}
