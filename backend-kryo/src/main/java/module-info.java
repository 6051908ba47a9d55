/**
 * The default backend: object graphs as Kryo streams, hooked so that what libraries disagree on
 * travels in the normal form. Needs no JVM options.
 *
 * @since 0.1
 */
module dev.entourage.backend.kryo {
  requires dev.entourage.api;
  requires com.esotericsoftware.kryo;
  requires com.esotericsoftware.minlog;
  requires com.esotericsoftware.reflectasm;
  requires org.objenesis;

  provides dev.entourage.spi.SerializationBackend with
      dev.entourage.backend.kryo.KryoBackend;
}
