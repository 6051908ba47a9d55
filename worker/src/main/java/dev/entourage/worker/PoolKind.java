package dev.entourage.worker;

import dev.entourage.preparer.Form;
import dev.entourage.preparer.FormKind;
import dev.entourage.spi.RefusedException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the pool that a task runs in travels: as nothing but the fact. Each side has its own handle.
 *
 * @since 0.1
 */
public final class PoolKind implements FormKind {

  private static final String[] NO_HEAD = {};
  private static final Object[] NO_PARTS = {};

  private final Supplier<? extends PoolHandle> own;

  /**
   * Makes this kind for one side.
   *
   * @param own returns the handle of this side
   */
  public PoolKind(Supplier<? extends PoolHandle> own) {
    this.own = own;
  }

  @Override
  public String kind() {
    return "pool";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return PoolHandle.class.isAssignableFrom(type);
  }

  @Override
  public Form form(Object value) {
    if (value != own.get()) {
      throw new RefusedException(
          "A task can use the pool that it runs in, but no other: submit to that from the driver,"
              + " or let the task open workers of its own with Workers.local",
          value);
    }
    return new Form(kind(), NO_HEAD, NO_PARTS);
  }

  /** Our classes don't travel. */
  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public String describe(Object value, Function<Object, String> others) {
    return "the pool";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return own.get();
  }
}
