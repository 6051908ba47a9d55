package dev.entourage.preparer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Views of a part of a list. The list behind can't be asked for, so a view travels as the view of a
 * list that holds no more: same class, same elements, on its own.
 */
final class SubListKind implements FormKind {

  private static final Set<String> VIEWS =
      Set.of(
          "java.util.ImmutableCollections$SubList",
          "java.util.ArrayList$SubList",
          "java.util.AbstractList$RandomAccessSubList",
          "java.util.AbstractList$SubList",
          "java.util.concurrent.CopyOnWriteArrayList$COWSubList");

  @Override
  public String kind() {
    return "sublist";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return VIEWS.contains(type.getName());
  }

  @Override
  public Form form(Object value) {
    return new Form(kind(), Heads.of(value.getClass()), ((List<?>) value).toArray());
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    List<Object> elements = Arrays.asList(form.parts());
    return whole(Heads.text(form, 0), elements).subList(0, elements.size());
  }

  private List<Object> whole(String view, List<Object> elements) {
    return switch (view) {
      case "java.util.ImmutableCollections$SubList" -> elements.stream().toList();
      case "java.util.ArrayList$SubList" -> new ArrayList<>(elements);
      case "java.util.AbstractList$RandomAccessSubList" -> elements;
      case "java.util.AbstractList$SubList" -> new LinkedList<>(elements);
      case "java.util.concurrent.CopyOnWriteArrayList$COWSubList" ->
          new CopyOnWriteArrayList<>(elements);
      default -> throw Heads.damaged(kind());
    };
  }
}
