package dev.entourage.worker;

import dev.entourage.Shared;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.NormalForms;
import dev.entourage.preparer.StaticsKind;
import dev.entourage.preparer.StaticsTarget;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What belongs to one generation of the session's loader: its codec and its copies of shared
 * values, so that a value has the very classes of the tasks that see it. Thread-safe.
 */
final class Generation {

  private record Copy(Digest id, Thread owner) {}

  private final ClassLoader loader;
  private final Codec codec;
  private final Questions questions;
  private final FirstCauses firstCauses = new FirstCauses();
  private final StaticsTarget target;
  private final StaticsGate statics;
  private final Map<Copy, Value> shared = new ConcurrentHashMap<>();

  Generation(
      ClassLoader loader, SerializationBackend backend, Questions questions, RemoteWorkers own) {
    this.loader = loader;
    this.questions = questions;
    NormalForm normalForm =
        NormalForms.over(
            loader,
            List.of(),
            List.of(
                new SharedKind(this::handle),
                new ApplyKind(),
                new CallKind(),
                new PoolKind(() -> own),
                new StaticsKind(this::withStatics)),
            SpareFrame::memory);
    codec = new Codec(backend.marshaller(normalForm), normalForm);
    target = new StaticsTarget(loader, normalForm, firstCauses::complete);
    statics = new StaticsGate(target, questions::statics);
  }

  ClassLoader loader() {
    return loader;
  }

  Codec codec() {
    return codec;
  }

  /** Gives the first cause to an error that only tells of a later one. */
  <X extends Throwable> X explained(X thrown) {
    try {
      firstCauses.complete(thrown);
    } catch (RuntimeException e) {
      // The user's own getCause() may throw: then there is nothing to add.
    }
    return thrown;
  }

  StaticsGate statics() {
    return statics;
  }

  /** Returns this generation's copy, fetched at the first call. */
  Object shared(SharedHandle.Key key) {
    Copy copy = new Copy(key.id(), key.perThread() ? Thread.currentThread() : null);
    return shared.computeIfAbsent(copy, c -> new Value()).get(key.id());
  }

  void forget(Digest id) {
    shared.keySet().removeIf(copy -> copy.id().equals(id));
  }

  private Object withStatics(NodeTable table) {
    return target.task(table);
  }

  private Shared<?> handle(SharedHandle.Key key) {
    return new RemoteShared<>(key, this);
  }

  /** A value with a lock of its own: decoding it may ask for other shared values. */
  private final class Value {

    private boolean there;
    private Object value;

    synchronized Object get(Digest id) {
      if (!there) {
        value = codec.decode(questions.shared(id));
        there = true;
      }
      return value;
    }
  }
}
