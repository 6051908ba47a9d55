package dev.entourage.worker;

import dev.entourage.Shared;
import dev.entourage.preparer.Digest;
import java.util.List;

/**
 * A handle that knows what travels in its place. Thread-safe.
 *
 * @param <S> the type of the value
 * @since 0.1
 */
public interface SharedHandle<S> extends Shared<S> {

  /**
   * Returns what names the value.
   *
   * @return the value's id and scope
   */
  Key key();

  /**
   * Returns the classes that a task with this handle needs: they join its manifest.
   *
   * @return classes of the user's
   */
  List<Class<?>> types();

  /**
   * Names a shared value.
   *
   * @param id the digest of its manifest and its bytes
   * @param perThread whether each task thread has a copy of its own, as the function of a {@code
   *     map} has, which may be stateful; else there is one copy a worker
   */
  record Key(Digest id, boolean perThread) {}
}
