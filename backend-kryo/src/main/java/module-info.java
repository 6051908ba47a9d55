/**
 * The default backend: the normal form lays object graphs out as tables, and Kryo's streams hold
 * them. Needs no JVM options.
 *
 * @since 0.1
 */
module dev.entourage.backend.kryo {
  requires dev.entourage.api;
  requires com.esotericsoftware.kryo;
  requires com.esotericsoftware.minlog;

  provides dev.entourage.spi.SerializationBackend with
      dev.entourage.backend.kryo.KryoBackend;
}
