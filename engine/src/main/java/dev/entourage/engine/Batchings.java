package dev.entourage.engine;

import dev.entourage.worker.Call;

/**
 * How tasks travel together that are submitted one by one: those of one class, since it stands for
 * a place in the program, and they are likely to be alike. Thread-safe.
 */
final class Batchings {

  private final ClassValue<Batching> ofClass =
      new ClassValue<>() {
        @Override
        protected Batching computeValue(Class<?> type) {
          return new Batching();
        }
      };

  Batching of(Object task) {
    return ofClass.get((task instanceof Call call ? call.function() : task).getClass());
  }
}
