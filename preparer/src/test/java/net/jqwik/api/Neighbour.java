package net.jqwik.api;

/** A test's class in the package of a library's jar, as unit tests of the library would be. */
public final class Neighbour {

  private final Tuple.Tuple1<Integer> value = Tuple.of(1);

  /** Uses the library, so that it is mentioned. */
  @Override
  public String toString() {
    return value.toString();
  }
}
