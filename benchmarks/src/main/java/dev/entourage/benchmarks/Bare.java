package dev.entourage.benchmarks;

/** A serialization library as a sensible user sets it up, without us. For one thread. */
interface Bare {

  /** Encodes a graph. */
  byte[] write(Object root) throws Exception;

  /** Decodes a graph. */
  Object read(byte[] bytes) throws Exception;

  /** Returns the library behind a backend. */
  static Bare of(String backend) {
    return switch (backend) {
      case "kryo" -> new BareKryo();
      case "fst" -> new BareFst();
      case "fory" -> new BareFory();
      case "protostuff" -> new BareProtostuff();
      default -> throw new IllegalArgumentException("No bare library is set up for " + backend);
    };
  }
}
