package dev.entourage.worker;

import dev.entourage.CodeUnavailableException;

/** Who waits for an answer. Called by the thread that reads the link: returns at once. */
interface Asked {

  void answered(LinkMessage message);

  /** There will be no answer. */
  void failed(CodeUnavailableException why);
}
