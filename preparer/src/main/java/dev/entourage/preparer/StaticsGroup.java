package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of some static fields as they were once. Fields whose values share an object are one
 * group: only together do they keep it one object.
 *
 * @param version tells this group from all others of its driver
 * @param fields the fields
 * @param values what they held
 * @param size how many bytes it takes to send them, about
 */
record StaticsGroup(long version, List<Field> fields, Snapshot values, long size) {

  StaticsGroup(long version, List<Field> fields, Snapshot values) {
    this(version, fields, values, values.size());
  }

  /**
   * Takes the values of some fields.
   *
   * @throws dev.entourage.spi.RefusedException when something in them can't travel
   */
  static Snapshot take(List<Field> fields, Forms forms) {
    return Snapshot.of(forms, read(fields));
  }

  private static Object[] read(List<Field> fields) {
    return fields.stream().map(StaticsGroup::read).toArray();
  }

  /** A constant of an enum is everywhere; what travels is its state. */
  private static Object read(Field field) {
    Object value = FieldAccess.read(field, null);
    return field.isEnumConstant() ? EnumState.read(value) : value;
  }

  /** The classes that must be found where it arrives. */
  Set<Class<?>> classes() {
    Set<Class<?>> classes = new LinkedHashSet<>(values.classes());
    fields.forEach(field -> classes.add(field.getDeclaringClass()));
    return classes;
  }

  boolean isCurrent(Forms forms) {
    return new SnapshotCheck(forms, values).holds(now());
  }

  /** The check looks for the arrays that it knows: so these get the state of constants. */
  private Object[] now() {
    Object[] now = read(fields);
    for (int i = 0; i < now.length; i++) {
      if (fields.get(i).isEnumConstant()) {
        Object known = values.objects()[values.view().slot(0, i)];
        System.arraycopy(now[i], 0, known, 0, ((Object[]) now[i]).length);
        now[i] = known;
      }
    }
    return now;
  }

  /** Says whether nothing in it could be shared with anything. */
  boolean isAlone() {
    return values.identities().findAny().isEmpty();
  }

  String names() {
    return fields.stream().map(StaticsGroup::name).collect(Collectors.joining(", "));
  }

  static String name(Field field) {
    return field.getDeclaringClass().getName() + '.' + field.getName();
  }

  /** A version has one content. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StaticsGroup group && group.version == version;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(version);
  }

  void write(TableBytes.Out out) {
    out.number(fields.size());
    for (Field field : fields) {
      out.text(field.getDeclaringClass().getName()).text(field.getName());
    }
    TableBytes.write(values.table(), out);
  }
}
