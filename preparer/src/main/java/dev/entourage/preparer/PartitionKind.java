package dev.entourage.preparer;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The map that {@code Collectors.partitioningBy} makes; only it can make one again. */
final class PartitionKind implements FormKind {

  @Override
  public String kind() {
    return "partition";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return type.getName().equals("java.util.stream.Collectors$Partition");
  }

  @Override
  public Form form(Object value) {
    Map<?, ?> map = (Map<?, ?>) value;
    return new Form(kind(), Heads.NONE, new Object[] {map.get(false), map.get(true)});
  }

  @Override
  public String label(Form form, int part) {
    return part == 0 ? "[false]" : "[true]";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Object whenFalse = Heads.part(form, 0);
    Object whenTrue = Heads.part(form, 1);
    return Stream.of(false, true)
        .collect(
            Collectors.partitioningBy(
                key -> key,
                Collectors.collectingAndThen(
                    Collectors.toList(), keys -> keys.get(0) ? whenTrue : whenFalse)));
  }
}
