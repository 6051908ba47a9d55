package dev.entourage.preparer;

import dev.entourage.spi.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** How {@link TaskWithStatics} travels. It is a form, since session loaders don't show it. */
final class StaticsKind implements FormKind {

  /** The step to the task itself. */
  static final String TASK = "task";

  /** A field's owner, its name and its mark. */
  private static final int TEXTS = 3;

  @Override
  public String kind() {
    return "statics";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == TaskWithStatics.class;
  }

  @Override
  public Form form(Object value) {
    TaskWithStatics all = (TaskWithStatics) value;
    List<String> head = new ArrayList<>(List.of(Boolean.toString(all.shared())));
    List<Object> parts = new ArrayList<>();
    parts.add(all.task());
    for (StaticValue field : all.statics()) {
      head.addAll(List.of(field.owner(), field.field(), field.mark()));
      parts.add(field.value());
    }
    return new Form(kind(), head.toArray(String[]::new), parts.toArray());
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public String label(Form form, int part) {
    return part == 0 ? TASK : "static " + form.head()[TEXTS * part - 1];
  }

  @Override
  public String describe(Object value, Function<Object, String> others) {
    Object task = ((TaskWithStatics) value).task();
    return task == null ? "null" : others.apply(task);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    List<StaticValue> values = new ArrayList<>();
    for (int part = 1; part < form.parts().length; part++) {
      int text = TEXTS * (part - 1) + 1;
      values.add(
          new StaticValue(
              Heads.text(form, text),
              Heads.text(form, text + 1),
              Heads.text(form, text + 2),
              form.parts()[part]));
    }
    return new TaskWithStatics(
        Heads.part(form, 0), values, Boolean.parseBoolean(Heads.text(form, 0)));
  }
}
