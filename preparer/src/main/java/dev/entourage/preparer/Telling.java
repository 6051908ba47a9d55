package dev.entourage.preparer;

/** A layer of ours, which says what it did for an explanation. */
interface Telling {

  /** Says what the layer did for a task that it prepared just now, in a few words. */
  String did(TaskPreparation task);

  static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
