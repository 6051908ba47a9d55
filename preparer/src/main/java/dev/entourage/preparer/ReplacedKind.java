package dev.entourage.preparer;

import dev.entourage.spi.Form;
import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.RefusedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the user's layers replace. The first text of its head tells what the parts are: the
 * stand-in, or an object that a layer lets travel as it is, taken apart here so that it isn't asked
 * again.
 */
final class ReplacedKind implements FormKind {

  private static final String STAND_IN = "stand-in";
  private static final String FIELDS = "fields of";
  private static final String ELEMENTS = "elements of";
  private static final String FORM = "form of";

  private final List<PreparationLayer> layers;
  private final List<FormKind> others;

  ReplacedKind(List<PreparationLayer> layers, List<FormKind> others) {
    this.layers = layers;
    this.others = others;
  }

  @Override
  public String kind() {
    return "replaced";
  }

  @Override
  public boolean inspects() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return !type.isArray()
        && !Enum.class.isAssignableFrom(type)
        && layers.stream().anyMatch(layer -> layer.replaces(type));
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    Object standIn = value;
    for (PreparationLayer layer : layers) {
      standIn =
          standIn != null && layer.replaces(standIn.getClass()) ? layer.replace(standIn) : standIn;
    }
    return standIn != null && takes(standIn.getClass())
        ? asIs(standIn, named)
        : new Form(kind(), new String[] {STAND_IN}, new Object[] {standIn});
  }

  private Form asIs(Object value, Consumer<Class<?>> named) {
    Class<?> type = value.getClass();
    named.accept(type);
    if (JdkCollections.isCollection(type)) {
      return containing(value, ((Collection<?>) value).toArray());
    }
    if (JdkCollections.isMap(type)) {
      return containing(value, Entries.flat((Map<?, ?>) value));
    }
    for (FormKind other : others) {
      if (other.takes(type)) {
        return wrap(other.form(value, named));
      }
    }
    String refusal = Refusals.always(type);
    if (refusal != null) {
      throw new RefusedException(refusal, value);
    }
    return new Form(kind(), new String[] {FIELDS, type.getName()}, FieldsKind.values(value));
  }

  private Form containing(Object container, Object[] elements) {
    Class<?> type = container.getClass();
    Object[] parts = Arrays.copyOf(elements, elements.length + 1, Object[].class);
    parts[elements.length] =
        JdkCollections.isSorted(type) ? JdkCollections.comparator(container) : null;
    return new Form(kind(), new String[] {ELEMENTS, type.getName()}, parts);
  }

  private Form wrap(Form inner) {
    String[] head = new String[inner.head().length + 2];
    head[0] = FORM;
    head[1] = inner.kind();
    System.arraycopy(inner.head(), 0, head, 2, inner.head().length);
    return new Form(kind(), head, inner.parts());
  }

  @Override
  public String label(Form form, int part) {
    return form.head()[0].equals(STAND_IN) ? "replaced" : "[" + part + "]";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return switch (Heads.text(form, 0)) {
      case STAND_IN -> Heads.part(form, 0);
      case FIELDS -> FieldsKind.make(ClassNames.find(Heads.text(form, 1), loader), form);
      case ELEMENTS -> filled(ClassNames.find(Heads.text(form, 1), loader), form);
      case FORM -> unwrap(form, loader);
      default -> throw Heads.damaged(kind());
    };
  }

  private Object unwrap(Form form, ClassLoader loader) {
    String name = Heads.text(form, 1);
    FormKind other =
        others.stream()
            .filter(kind -> kind.kind().equals(name))
            .findFirst()
            .orElseThrow(() -> Heads.damaged(kind()));
    String[] head = Arrays.copyOfRange(form.head(), 2, form.head().length);
    return other.rebuild(new Form(name, head, form.parts()), other.shell(head, loader), loader);
  }

  private static Object filled(Class<?> type, Form form) {
    int count = form.parts().length - 1;
    Object comparator = Heads.part(form, count);
    Object[] elements = Arrays.copyOf(form.parts(), count);
    return Containers.filled(type, comparator, elements);
  }
}
