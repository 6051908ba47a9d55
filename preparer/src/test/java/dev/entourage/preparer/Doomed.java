package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** An object that nobody should hold any longer. */
final class Doomed {

  /** So often garbage is collected before it counts as held for good. */
  private static final int COLLECTIONS = 50;

  private static final int PATIENCE_MILLIS = 100;

  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
  private final WeakReference<Object> object;

  Doomed(Object object) {
    this.object = new WeakReference<>(object, gone);
  }

  void assertGoes() throws InterruptedException {
    boolean went = false;
    for (int i = 0; i < COLLECTIONS && !went; i++) {
      System.gc();
      went = gone.remove(PATIENCE_MILLIS) == object;
    }
    assertThat(went).as("collected").isTrue();
  }
}
