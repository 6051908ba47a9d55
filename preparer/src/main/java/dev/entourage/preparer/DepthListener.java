package dev.entourage.preparer;

/** A preparation that wants to know how deep the task is. */
interface DepthListener {

  /**
   * The walk has ended.
   *
   * @param depth how many references the deepest object is away from the root
   */
  void deepest(int depth);
}
