package dev.entourage.worker;

import java.util.List;

/** A worker's handle: it fetches the value when a task first asks. */
record RemoteShared<S>(Key key, List<Class<?>> types, Generation generation)
    implements SharedHandle<S> {

  @Override
  @SuppressWarnings("unchecked")
  public S get() {
    return (S) generation.shared(key);
  }
}
