package dev.entourage.preparer;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Objects of classes that have marks, such as {@code static final Node END = new Node()}, as far as
 * these are compared by identity. A mark is on the other side what the same field holds there,
 * where that has the same content; else, as all other objects of its class, it is no more than its
 * fields.
 */
final class MarkedKind implements FormKind {

  /** The class, and the owner and name of the field; behind them the content. */
  private static final int NAMES = 3;

  private final Marks marks;
  private final FieldsKind fields;

  MarkedKind(Marks marks, FieldsKind fields) {
    this.marks = marks;
    this.fields = fields;
  }

  @Override
  public String kind() {
    return "marked";
  }

  @Override
  public boolean takes(Class<?> type) {
    return marks.mayBe(type)
        && !type.isRecord()
        && !type.isHidden()
        && Plans.fields(type).refusal() == null;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    named.accept(value.getClass());
    Optional<MarkField> field = marks.of(value);
    String[] head = field.map(mark -> head(value, mark)).orElse(null);
    if (head == null) {
      return fields.form(value);
    }
    named.accept(field.get().owner());
    return new Form(kind(), head, FieldsKind.values(value));
  }

  /** Null where its content isn't as simple as that of a mark. */
  private String[] head(Object value, MarkField mark) {
    String[] content = content(value);
    if (content == null) {
      return null;
    }
    String[] head = new String[NAMES + content.length];
    head[0] = value.getClass().getName();
    head[1] = mark.owner().getName();
    head[2] = mark.name();
    System.arraycopy(content, 0, head, NAMES, content.length);
    return head;
  }

  private String[] content(Object value) {
    Object[] values = FieldsKind.values(value);
    String[] content = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      content[i] = text(values[i]);
      if (content[i] == null) {
        return null;
      }
    }
    return content;
  }

  /** Says all of a value that has no parts; null for others. */
  private String text(Object value) {
    if (value == null) {
      return "null";
    }
    if (Plans.isLeaf(value.getClass())) {
      return value.getClass().getName() + ' ' + value;
    }
    if (value instanceof Enum<?> constant) {
      return constant.getDeclaringClass().getName() + ' ' + constant.name();
    }
    if (value instanceof Class<?> type) {
      return type.getName();
    }
    return marks.of(value).map(mark -> mark.owner().getName() + '.' + mark.name()).orElse(null);
  }

  @Override
  public String label(Form form, int part) {
    return fields.label(form, part);
  }

  @Override
  public boolean shelled() {
    return true;
  }

  @Override
  public Object shell(String[] head, ClassLoader loader) {
    Object other = fields.shell(head, loader);
    marks.meet(other.getClass());
    return held(head, other.getClass(), loader)
        .filter(mark -> Arrays.equals(content(mark), Arrays.copyOfRange(head, NAMES, head.length)))
        .orElse(other);
  }

  private Optional<Object> held(String[] head, Class<?> type, ClassLoader loader) {
    if (head.length < NAMES) {
      throw Heads.damaged(kind());
    }
    String owner = Heads.text(kind(), head, 1);
    return MarkField.value(owner, Heads.text(kind(), head, 2), type, loader);
  }

  /** The mark has its content already. */
  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    boolean isMark =
        held(form.head(), shell.getClass(), loader).filter(mark -> mark == shell).isPresent();
    return isMark ? shell : fields.rebuild(form, shell, loader);
  }
}
