package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.KryoException;
import java.util.List;

/** Puts its parts into an object that exists, when they are complete. */
interface Filling {

  /** Fills the object, emptying it before where it was filled already. */
  void fill();

  /** Says whether all that was put in can be found again. */
  default boolean holds() {
    return true;
  }

  /**
   * Fills what waited for the same object. The hash of one may be computed from what another holds,
   * and nobody knows which: so all are filled again until each finds its keys.
   */
  static void settle(List<Filling> fillings) {
    RuntimeException failure = null;
    for (int round = 0; round <= fillings.size(); round++) {
      failure = round(fillings);
      if (failure == null) {
        return;
      }
    }
    throw failure;
  }

  private static RuntimeException round(List<Filling> fillings) {
    RuntimeException failure = null;
    for (Filling filling : fillings) {
      try {
        filling.fill();
      } catch (RuntimeException e) {
        failure = e;
      } catch (StackOverflowError e) {
        throw endless(e);
      }
    }
    return failure != null ? failure : check(fillings);
  }

  private static RuntimeException check(List<Filling> fillings) {
    try {
      return fillings.stream().allMatch(Filling::holds)
          ? null
          : new KryoException("a map or set in a cycle doesn't find its own keys");
    } catch (RuntimeException e) {
      return e;
    } catch (StackOverflowError e) {
      throw endless(e);
    }
  }

  private static KryoException endless(StackOverflowError e) {
    return new KryoException("the hash of a map or set in a cycle has no end", e);
  }
}
