package dev.entourage.worker;

import java.util.List;

/** A worker's handle: it fetches the value when a task first asks. */
record RemoteShared<S>(Key key, Generation generation) implements SharedHandle<S> {

  /** The task that brought the handle has brought the classes. */
  @Override
  public List<Class<?>> types() {
    return List.of();
  }

  @Override
  @SuppressWarnings("unchecked")
  public S get() {
    return (S) generation.shared(key);
  }
}
