package dev.entourage.worker;

import dev.entourage.RemoteFunction;
import dev.entourage.Shared;
import dev.entourage.preparer.Form;
import dev.entourage.preparer.FormKind;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How {@link Apply} travels. It is a form, because the session's loader doesn't show our classes.
 *
 * @since 0.1
 */
public final class ApplyKind implements FormKind {

  private static final String[] NO_HEAD = {};

  /** Makes this kind; it is the same on both sides. */
  public ApplyKind() {}

  @Override
  public String kind() {
    return "apply";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == Apply.class;
  }

  @Override
  public Form form(Object value) {
    Apply apply = (Apply) value;
    Object function = apply.function() instanceof Direct<?> d ? d.get() : apply.function();
    return new Form(kind(), NO_HEAD, new Object[] {function, apply.item()});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public String label(Form form, int part) {
    return part == 0 ? "function" : "item";
  }

  /** On a driver, where tasks are written, the handle has the function at hand. */
  @Override
  public String describe(Object value, Function<Object, String> others) {
    return "call of " + others.apply(((Apply) value).function().get());
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return new Apply(function(form.parts()[0]), form.parts()[1]);
  }

  @SuppressWarnings("unchecked")
  private static Shared<? extends RemoteFunction<?, ?>> function(Object part) {
    return part instanceof SharedHandle<?> handle
        ? (SharedHandle<? extends RemoteFunction<?, ?>>) handle
        : new Direct<>((RemoteFunction<?, ?>) part);
  }
}
