package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the user's layers were asked about and let travel as it is: containers and records, which
 * backends would write themselves if no layer had taken their class. All else has a form anyway.
 */
final class KeptKind implements FormKind {

  private final List<FormKind> others;

  KeptKind(List<FormKind> others) {
    this.others = others;
  }

  @Override
  public String kind() {
    return "kept";
  }

  @Override
  public boolean takes(Class<?> type) {
    return false;
  }

  @Override
  public boolean inspects() {
    return true;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    Class<?> type = value.getClass();
    if (JdkCollections.isCollection(type)) {
      return containing(value, ((Collection<?>) value).toArray());
    }
    if (JdkCollections.isMap(type)) {
      return containing(value, Entries.flat((Map<?, ?>) value));
    }
    for (FormKind other : others) {
      if (other.takes(type)) {
        return other.form(value, named);
      }
    }
    return fields(value, type, named);
  }

  private Form containing(Object container, Object[] elements) {
    Class<?> type = container.getClass();
    Object[] parts = Arrays.copyOf(elements, elements.length + 1, Object[].class);
    parts[elements.length] = Containers.order(container);
    return new Form(kind(), Heads.of(type), parts);
  }

  private Form fields(Object value, Class<?> type, Consumer<Class<?>> named) {
    String refusal = Refusals.always(type);
    if (refusal != null) {
      throw new RefusedException(refusal, value);
    }
    named.accept(type);
    Form fields = new FieldsKind().form(value);
    return type.isRecord() ? new Form(kind(), fields.head(), fields.parts()) : fields;
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Class<?> type = ClassNames.find(Heads.text(form, 0), loader);
    return type.isRecord() ? FieldsKind.record(type, form) : filled(type, form);
  }

  private static Object filled(Class<?> type, Form form) {
    int elements = form.parts().length - 1;
    Object comparator = Heads.part(form, elements);
    return Containers.filled(type, comparator, Arrays.copyOf(form.parts(), elements));
  }
}
