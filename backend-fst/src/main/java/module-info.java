/**
 * A backend that writes object graphs with FST's stream coder. Needs no JVM options.
 *
 * @since 0.1
 */
module dev.entourage.backend.fst {
  requires dev.entourage.api;
  requires fst;
  requires com.fasterxml.jackson.core;
  requires org.objenesis;

  provides dev.entourage.spi.SerializationBackend with
      dev.entourage.backend.fst.FstBackend;
}
