package dev.entourage.worker;

import dev.entourage.preparer.Form;
import dev.entourage.preparer.FormKind;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How {@link Call} travels. It is a form, because the session's loader doesn't show our classes.
 *
 * @since 0.1
 */
public final class CallKind implements FormKind {

  private static final String[] NO_HEAD = {};

  /** Makes this kind; it is the same on both sides. */
  public CallKind() {}

  @Override
  public String kind() {
    return "call";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == Call.class;
  }

  @Override
  public Form form(Object value) {
    Call call = (Call) value;
    return new Form(kind(), NO_HEAD, new Object[] {call.function(), call.first(), call.second()});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public String label(Form form, int part) {
    return part == 0 ? "function" : "argument";
  }

  @Override
  public String describe(Object value, Function<Object, String> others) {
    return "call of " + others.apply(((Call) value).function());
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return new Call(form.parts()[0], form.parts()[1], form.parts()[2]);
  }
}
