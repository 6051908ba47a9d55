package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.lang.invoke.SerializedLambda;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lambdas and method references: what they call, and what they captured. */
final class LambdaKind implements FormKind {

  private static final ClassValue<Known> KNOWN =
      new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
          return new Known();
        }
      };

  private final NamedClasses classes;

  /**
   * Makes the kind of one normal form.
   *
   * @param classes those of its loader
   */
  LambdaKind(NamedClasses classes) {
    this.classes = classes;
  }

  @Override
  public String kind() {
    return "lambda";
  }

  @Override
  public boolean keepsHeads() {
    return true;
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
      return plain(value, type, named);
    }
    Facts facts = KNOWN.get(type).learn(() -> LambdaShape.of(lambda, type), type);
    facts.classes().forEach(named);
    return new Form(kind(), facts.head(), Lambdas.captured(lambda));
  }

  private Form plain(Object value, Class<?> type, Consumer<Class<?>> named) {
    PlainLambda lambda;
    try {
      lambda = PlainLambda.of(type);
    } catch (UnsupportedOperationException e) {
      throw new RefusedException(e.getMessage(), value);
    }
    Facts facts = KNOWN.get(type).learn(lambda::shape, type);
    facts.classes().forEach(named);
    return new Form(kind(), facts.head(), lambda.captured(value));
  }

  /** Returns the shape of a lambda's class, or null when no object of it was taken apart. */
  static LambdaShape shape(Class<?> lambda) {
    Facts facts = KNOWN.get(lambda).facts;
    return facts == null ? null : LambdaShape.read(facts.head());
  }

  @Override
  public String label(Form form, int part) {
    boolean receiver = part == 0 && LambdaShape.read(form.head()).capturesReceiver();
    return receiver ? "this" : "captured value " + (part + 1);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    LambdaShape shape = LambdaShape.read(form.head());
    return LambdaFactories.rebuild(shape, form.parts(), classes);
  }

  /**
   * What all lambdas of one class have in common: all but the captured values. Their own class is
   * named as well: it tells which code the task brings.
   */
  private record Facts(String[] head, List<Class<?>> classes) {

    static Facts of(LambdaShape shape, Class<?> type) {
      return new Facts(
          shape.head(),
          Stream.concat(shape.classes(type.getClassLoader()), Stream.of(type)).toList());
    }
  }

  /** The facts of one class, learned from its first object. */
  private static final class Known {

    private volatile Facts facts;

    Facts learn(Supplier<LambdaShape> shape, Class<?> type) {
      Facts found = facts;
      if (found == null) {
        found = Facts.of(shape.get(), type);
        facts = found;
      }
      return found;
    }
  }
}
