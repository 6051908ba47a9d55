package dev.entourage.preparer;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code MethodType} values, by the names of their classes. */
final class MethodTypeKind implements FormKind {

  private static final Object[] NONE = {};

  @Override
  public String kind() {
    return "method-type";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == MethodType.class;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    MethodType type = (MethodType) value;
    List<Class<?>> classes = new ArrayList<>(type.parameterList());
    classes.add(type.returnType());
    classes.forEach(each -> ClassKind.check(each, value));
    classes.forEach(named);
    return new Form(kind(), classes.stream().map(Class::getName).toArray(String[]::new), NONE);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    List<Class<?>> classes = new ArrayList<>();
    for (int i = 0; i < Math.max(1, form.head().length); i++) {
      classes.add(ClassNames.find(Heads.text(form, i), loader));
    }
    int parameters = classes.size() - 1;
    return MethodType.methodType(classes.get(parameters), classes.subList(0, parameters));
  }
}
