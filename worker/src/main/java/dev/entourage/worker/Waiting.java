package dev.entourage.worker;

import dev.entourage.CodeUnavailableException;

/**
 * One question without its answer yet. Who waits runs nothing else meanwhile, as a
 * CompletableFuture would on a common-pool thread: it may hold the lock of a class loader.
 */
final class Waiting implements Asked {

  private LinkMessage answer;
  private CodeUnavailableException failure;

  @Override
  public synchronized void answered(LinkMessage message) {
    answer = message;
    notifyAll();
  }

  @Override
  public synchronized void failed(CodeUnavailableException why) {
    failure = why;
    notifyAll();
  }

  /** Waits through interrupts: a class that failed to load once stays broken. */
  synchronized LinkMessage await() {
    boolean interrupted = false;
    while (answer == null && failure == null) {
      interrupted |= interruptedWhileWaiting();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
    return answer;
  }

  private synchronized boolean interruptedWhileWaiting() {
    try {
      wait();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
