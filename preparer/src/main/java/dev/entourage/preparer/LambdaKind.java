package dev.entourage.preparer;

import dev.entourage.spi.Form;
import dev.entourage.spi.RefusedException;
import java.lang.invoke.SerializedLambda;
import java.util.List;
import java.util.function.Consumer;

/** Serializable lambdas and method references: what they call, and what they captured. */
final class LambdaKind implements FormKind {

  private static final ClassValue<Known> KNOWN =
      new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
          return new Known();
        }
      };

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
    Facts facts = KNOWN.get(type).learn(lambda, type);
    facts.classes().forEach(named);
    return new Form(kind(), facts.head(), Lambdas.captured(lambda));
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

  /** What all lambdas of one class have in common: all but the captured values. */
  private record Facts(String[] head, List<Class<?>> classes) {

    static Facts of(SerializedLambda lambda, Class<?> type) {
      LambdaShape shape = LambdaShape.of(lambda, type);
      return new Facts(shape.head(), shape.classes(type.getClassLoader()).toList());
    }
  }

  /** The facts of one class, learned from its first object. */
  private static final class Known {

    private volatile Facts facts;

    Facts learn(SerializedLambda lambda, Class<?> type) {
      Facts found = facts;
      if (found == null) {
        found = Facts.of(lambda, type);
        facts = found;
      }
      return found;
    }
  }
}
