package dev.entourage.worker;

import dev.entourage.EntourageException;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A call of one of the JDK's own functional interfaces, as those of a CompletableFuture.
 *
 * @param function the user's function
 * @param first its first argument, or null
 * @param second its second argument, or null
 * @since 0.1
 */
@SuppressWarnings("unchecked")
public record Call(Object function, Object first, Object second) implements Callable<Object> {

  /**
   * Says whether a function can be called.
   *
   * @param function any object
   * @return whether it has one of the interfaces
   */
  public static boolean fits(Object function) {
    return function instanceof Callable
        || function instanceof Supplier
        || function instanceof Runnable
        || function instanceof Function
        || function instanceof Consumer
        || function instanceof BiFunction
        || function instanceof BiConsumer;
  }

  @Override
  public Object call() throws Exception {
    if (function instanceof Callable<?> callable) {
      return callable.call();
    }
    if (function instanceof Supplier<?> supplier) {
      return supplier.get();
    }
    if (function instanceof Function<?, ?> f) {
      return ((Function<Object, Object>) f).apply(first);
    }
    if (function instanceof BiFunction<?, ?, ?> f) {
      return ((BiFunction<Object, Object, Object>) f).apply(first, second);
    }
    return run();
  }

  private Object run() {
    if (function instanceof Runnable runnable) {
      runnable.run();
    } else if (function instanceof Consumer<?> consumer) {
      ((Consumer<Object>) consumer).accept(first);
    } else if (function instanceof BiConsumer<?, ?> consumer) {
      ((BiConsumer<Object, Object>) consumer).accept(first, second);
    } else {
      throw new EntourageException("Not a function: " + function);
    }
    return null;
  }
}
