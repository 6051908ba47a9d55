package dev.entourage.preparer;

import dev.entourage.preparer.Plan.Shape;
import java.lang.reflect.Field;

/** The classes that a table names, found once and compared with what the table says of them. */
final class TableTypes {

  private final Forms forms;
  private final TableView table;
  private final Layout[] layouts;
  private final Class<?>[] types;
  private final Blank[] blanks;

  TableTypes(Forms forms, TableView table) {
    this.forms = forms;
    this.table = table;
    layouts = new Layout[table.size()];
    types = new Class<?>[table.size()];
    blanks = new Blank[table.size()];
  }

  /** Returns a constant of an enum. */
  Object constant(int row) {
    return constant(forms.find(table.typeText(row)), table.text(row, 0));
  }

  /** Returns a constant of what should be an enum. */
  @SuppressWarnings({"rawtypes", "unchecked"})
  static Object constant(Class<?> type, String name) {
    if (!type.isEnum()) {
      throw TableReader.damaged("a constant of no enum");
    }
    try {
      return Enum.valueOf((Class) type, String.valueOf(name));
    } catch (IllegalArgumentException e) {
      throw TableReader.damaged("enum " + type.getName() + " has no constant " + name);
    }
  }

  /** Finds the class that a row names. */
  Class<?> named(int row) {
    Class<?> known = types[row];
    return known != null ? known : (types[row] = forms.find(table.typeText(row)));
  }

  /** Finds the class of an object, which must be one that the writer would write so. */
  Class<?> ofObject(int row) {
    layout(row, Shape.OBJECT);
    return named(table.type(row));
  }

  /** Makes an object of a row, whose fields are still to be set. */
  Object blank(int row) {
    int layout = table.type(row);
    Blank known = blanks[layout];
    if (known == null) {
      known = Blank.of(ofObject(row));
      blanks[layout] = known;
    }
    return known.make();
  }

  /** Finds the class of a record. */
  Class<?> ofRecord(int row) {
    layout(row, Shape.RECORD);
    return named(table.type(row));
  }

  /** Finds the fields of an object or record, which must be those of the class. */
  Layout layout(int row, Shape shape) {
    int layoutRow = table.type(row);
    Layout known = layouts[layoutRow];
    if (known == null) {
      known = check(layoutRow);
      layouts[layoutRow] = known;
    }
    if ((known.canonical != null) != (shape == Shape.RECORD)) {
      throw TableReader.damaged("a layout of another kind");
    }
    return known;
  }

  private Layout check(int layoutRow) {
    Class<?> type = named(layoutRow);
    Plan plan = fieldsPlan(forms, type);
    if (plan.shape() != Shape.OBJECT && plan.shape() != Shape.RECORD) {
      throw TableReader.damaged("fields of " + type.getName() + ": " + plan.refusal());
    }
    Field[] fields = plan.layout().fields;
    boolean same = fields.length == table.fields(layoutRow);
    for (int i = 0; same && i < fields.length; i++) {
      same =
          isField(fields[i], layoutRow, i)
              && plan.layout().reader().letter(i) == table.letter(layoutRow, i);
    }
    if (!same) {
      throw TableReader.damaged("the fields of " + type.getName() + " are others than here");
    }
    return plan.layout();
  }

  /** A driver whose marks travel as values of static fields writes no forms for them. */
  static Plan fieldsPlan(Forms forms, Class<?> type) {
    Plan plan = forms.plan(type);
    return plan.shape() == Shape.FORM && forms.kind(plan.kind()) instanceof MarkedKind
        ? Plans.fields(type)
        : plan;
  }

  private boolean isField(Field field, int layout, int index) {
    return field.getDeclaringClass().getName().equals(table.text(layout, 1 + 3 * index))
        && field.getName().equals(table.text(layout, 2 + 3 * index));
  }
}
