package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** What {@code Executors.callable} makes of a task and its result. */
final class CallableKind implements FormKind {

  private static final Class<?> TYPE = Executors.callable(() -> {}).getClass();

  @Override
  public String kind() {
    return "callable";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == TYPE;
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public Form form(Object value) {
    return new Form(
        kind(),
        Heads.NONE,
        new Object[] {read("task", Runnable.class, value), read("result", Object.class, value)});
  }

  /** The JDK gives neither away. */
  private static Object read(String name, Class<?> type, Object callable) {
    try {
      return TrustedLookup.in(TYPE).findGetter(TYPE, name, type).invoke(callable);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      throw new RefusedException(
          "this Java keeps what it calls closed; capture the Runnable itself, or start Java with "
              + TrustedLookup.flag(),
          callable);
    }
  }

  @Override
  public String label(Form form, int part) {
    return part == 0 ? "task" : "result";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return Executors.callable(Heads.part(form, 0, Runnable.class), Heads.part(form, 1));
  }
}
