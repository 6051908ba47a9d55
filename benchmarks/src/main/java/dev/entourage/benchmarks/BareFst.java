package dev.entourage.benchmarks;

import org.nustaq.serialization.FSTConfiguration;

/** FST with references, and for classes without a marker. */
final class BareFst implements Bare {

  private final FSTConfiguration fst = FSTConfiguration.createDefaultConfiguration();

  BareFst() {
    fst.setForceSerializable(true);
  }

  @Override
  public byte[] write(Object root) {
    return fst.asByteArray(root);
  }

  @Override
  public Object read(byte[] bytes) {
    return fst.asObject(bytes);
  }
}
