package dev.entourage.preparer;

import java.lang.invoke.MethodHandles;

/**
 * A class loader that can look up as one of its own classes. A lambda must be made by a lookup of
 * its capturing class that was made in the same unnamed module, and each loader has its own.
 */
interface CallerLookup {

  /**
   * Looks up as a class of this loader.
   *
   * @param type a class that this loader defined
   * @return a lookup with full access
   */
  MethodHandles.Lookup lookupIn(Class<?> type);
}
