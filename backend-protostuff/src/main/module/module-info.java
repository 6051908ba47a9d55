/**
 * A backend that writes object graphs as protobuf messages. Protostuff's jars share a package and so
 * can't be modules: they are merged into this one, under a name of their own.
 *
 * @since 0.1
 */
module dev.entourage.backend.protostuff {
  requires dev.entourage.api;

  provides dev.entourage.spi.SerializationBackend with
      dev.entourage.backend.protostuff.ProtostuffBackend;
}
