package dev.entourage.preparer;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collector.Characteristics;

/** Collectors as {@code Collectors} and {@code Collector.of} make them: four functions. */
final class CollectorKind implements FormKind {

  @Override
  public String kind() {
    return "collector";
  }

  @Override
  public boolean takes(Class<?> type) {
    return ClassNames.isJdk(type) && Collector.class.isAssignableFrom(type);
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public Form form(Object value) {
    Collector<?, ?, ?> collector = (Collector<?, ?, ?>) value;
    Set<Characteristics> characteristics = collector.characteristics();
    return new Form(
        kind(),
        characteristics.stream().map(Enum::name).toArray(String[]::new),
        new Object[] {
          collector.supplier(), collector.accumulator(), collector.combiner(), collector.finisher()
        });
  }

  @Override
  public String label(Form form, int part) {
    return switch (part) {
      case 0 -> "supplier";
      case 1 -> "accumulator";
      case 2 -> "combiner";
      default -> "finisher";
    };
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Characteristics[] characteristics = new Characteristics[form.head().length];
    for (int i = 0; i < characteristics.length; i++) {
      characteristics[i] = characteristic(Heads.text(form, i));
    }
    return Collector.of(
        (Supplier<Object>) Heads.part(form, 0, Supplier.class),
        (BiConsumer<Object, Object>) Heads.part(form, 1, BiConsumer.class),
        (BinaryOperator<Object>) Heads.part(form, 2, BinaryOperator.class),
        (Function<Object, Object>) Heads.part(form, 3, Function.class),
        characteristics);
  }

  private Characteristics characteristic(String name) {
    try {
      return Characteristics.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw Heads.damaged(kind());
    }
  }
}
