package dev.entourage.preparer;

import dev.entourage.spi.Form;
import dev.entourage.spi.RefusedException;
import java.lang.invoke.SerializedLambda;
import java.util.function.Consumer;

/** Serializable lambdas and method references: what they call, and what they captured. */
final class LambdaKind implements FormKind {

  @Override
  public String kind() {
    return "lambda";
  }

  @Override
  public boolean takes(Class<?> type) {
    return Lambdas.isLambda(type);
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    Class<?> type = value.getClass();
    SerializedLambda lambda = Lambdas.serialized(value);
    if (lambda == null) {
      throw new RefusedException(Lambdas.hidden(type), value);
    }
    LambdaShape shape = LambdaShape.of(lambda, type);
    shape.classes(type.getClassLoader()).forEach(named);
    return new Form(kind(), shape.head(), Lambdas.captured(lambda));
  }

  @Override
  public String label(Form form, int part) {
    boolean receiver = part == 0 && LambdaShape.read(form.head()).capturesReceiver();
    return receiver ? "this" : "captured value " + (part + 1);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    LambdaShape shape = LambdaShape.read(form.head());
    return LambdaFactories.rebuild(shape, form.parts(), loader);
  }
}
