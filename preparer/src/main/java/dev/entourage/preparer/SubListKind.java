package dev.entourage.preparer;

import dev.entourage.spi.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Views of a part of a list. The list behind can't be asked for, so a view travels as the view of a
 * list that holds no more: same class, same elements, on its own.
 */
final class SubListKind implements FormKind {

  @Override
  public String kind() {
    return "sublist";
  }

  @Override
  public boolean takes(Class<?> type) {
    return List.class.isAssignableFrom(type)
        && ClassNames.isJdk(type)
        && type.getSimpleName().endsWith("SubList");
  }

  @Override
  public Form form(Object value) {
    String sort = value.getClass().getName().contains("Immutable") ? "immutable" : "list";
    return new Form(kind(), new String[] {sort}, ((List<?>) value).toArray());
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Object[] parts = form.parts();
    List<Object> whole =
        switch (Heads.text(form, 0)) {
          case "immutable" -> Stream.of(parts).toList();
          case "list" -> new ArrayList<>(Arrays.asList(parts));
          default -> throw Heads.damaged(kind());
        };
    return whole.subList(0, parts.length);
  }
}
