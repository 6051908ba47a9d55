package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.preparer.Plan.Shape;
import dev.entourage.spi.Form;
import dev.entourage.spi.NodeTable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.function.Function;

/** Reads a graph from a {@link NodeTable} that may be hostile, without recursion. */
final class TableReader extends TableOrder {

  private final Forms forms;
  private final Function<External, Object> externals;
  private final Object[] made;
  private final TableTypes types;
  private final OwnObjects own;

  /** The kinds of forms by the numbers of their names. */
  private final FormKind[] kinds;

  TableReader(Forms forms, NodeTable nodes) {
    this(forms, nodes, external -> null);
  }

  /**
   * Makes a reader of one table.
   *
   * @param externals finds the objects that are there already
   */
  TableReader(Forms forms, NodeTable nodes, Function<External, Object> externals) {
    super(new TableView(nodes));
    this.forms = forms;
    this.externals = externals;
    made = new Object[table.size()];
    types = new TableTypes(forms, table);
    own = new OwnObjects(forms, table, types);
    kinds = new FormKind[table.texts()];
  }

  /** Gives an element of the root another content instead of a new object, if it can. */
  void keep(int element, Object object) {
    if (table.size() == 0 || table.kind(0) != Row.ARRAY || element >= table.slots(0)) {
      throw damaged("not all values are there");
    }
    own.put(table.slot(0, element), object);
  }

  Object read() {
    run();
    FieldWriter.publish();
    return made.length == 0 ? null : made[0];
  }

  /** The object of each row; of those that others could mean as well. */
  Object[] identities() {
    for (int row = 0; row < made.length; row++) {
      if (!table.isOne(row)) {
        made[row] = null;
      }
    }
    return made;
  }

  @Override
  void busy(int row) {
    throw damaged("an object is part of itself");
  }

  @Override
  void create(int row) {
    Object shell = table.kind(row) == Row.SHELLED ? shell(row) : null;
    Object known = own.shell(row, shell);
    made[row] =
        known != null
            ? known
            : switch (table.kind(row)) {
              case Row.OBJECT -> types.blank(row);
              case Row.ARRAY -> array(row);
              case Row.SHELLED -> shell;
              default -> Containers.empty(types.named(row), reference(row, 0));
            };
  }

  private Object shell(int row) {
    Object shell = forms.shell(kind(row), table.head(row));
    if (shell == null) {
      throw damaged("a kind without shells");
    }
    return shell;
  }

  private Object array(int row) {
    Class<?> component = forms.find(table.typeText(row));
    if (component.isPrimitive()) {
      throw damaged("an array of references");
    }
    return Array.newInstance(component, table.slots(row));
  }

  @Override
  boolean finish(int row, boolean complete) {
    switch (table.kind(row)) {
      case Row.STRING -> made[row] = own.orEqual(row, table.typeText(row));
      case Row.BOXED ->
          made[row] = own.orEqual(row, Bits.boxed((char) table.type(row), table.value(row, 0)));
      case Row.ENUM -> made[row] = types.constant(row);
      case Row.PRIMITIVES ->
          made[row] = own.orFilled(row, Bits.array((char) table.type(row), table.blob(row)));
      case Row.EXTERNAL -> made[row] = external(row);
      case Row.ARRAY -> fillArray(row);
      case Row.OBJECT -> fillFields(row);
      case Row.RECORD -> made[row] = record(row, complete);
      case Row.COLLECTION, Row.MAP -> {
        return fillContainer(row, complete);
      }
      default -> {
        return rebuild(row, complete);
      }
    }
    return true;
  }

  @Override
  void prepare(int row) {
    if (table.kind(row) == Row.OBJECT) {
      fillFields(row);
    } else if (table.kind(row) == Row.ARRAY) {
      fillArray(row);
    }
  }

  /**
   * The hash of one may be computed from what another holds, and nobody knows which: so containers
   * are filled again until each finds its keys.
   */
  @Override
  void settle(int[] rows) {
    RuntimeException failure = null;
    for (int round = 0; round <= rows.length; round++) {
      failure = round(rows, round == 0);
      if (failure == null) {
        return;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private RuntimeException round(int[] rows, boolean first) {
    RuntimeException failure = null;
    for (int row : rows) {
      try {
        if (first || isContainer(row)) {
          finish(row, true);
        }
      } catch (RuntimeException e) {
        failure = e;
      } catch (StackOverflowError e) {
        throw endless(e);
      }
    }
    return failure != null ? failure : check(rows);
  }

  private RuntimeException check(int[] rows) {
    try {
      return Arrays.stream(rows)
              .filter(this::isContainer)
              .allMatch(row -> Containers.holds(made[row], elements(row)))
          ? null
          : new MarshallingException("A map or set in a cycle doesn't find its own keys");
    } catch (RuntimeException e) {
      return e;
    } catch (StackOverflowError e) {
      throw endless(e);
    }
  }

  private static MarshallingException endless(StackOverflowError e) {
    return new MarshallingException("The hash of a map or set in a cycle has no end", e);
  }

  private boolean isContainer(int row) {
    return table.kind(row) == Row.COLLECTION || table.kind(row) == Row.MAP;
  }

  private void fillArray(int row) {
    Object[] array = (Object[]) made[row];
    try {
      for (int i = 0; i < array.length; i++) {
        array[i] = reference(row, i);
      }
    } catch (ArrayStoreException e) {
      throw damaged("an element of another type");
    }
  }

  private void fillFields(int row) {
    FieldWriter writer = types.layout(row, Shape.OBJECT).writer();
    Object owner = made[row];
    for (int i = 0; i < writer.count(); i++) {
      if (writer.isPrimitive(i)) {
        writer.bits(owner, i, table.value(row, i));
      } else {
        int target = (int) table.value(row, i);
        writer.write(owner, i, target < 0 ? null : made[target]);
      }
    }
  }

  private Object record(int row, boolean complete) {
    Layout layout = types.layout(row, Shape.RECORD);
    Object[] components = new Object[layout.fields.length];
    for (int i = 0; i < components.length; i++) {
      components[i] = field(row, i);
    }
    Object known = own.holder(row, components);
    if (known != null) {
      return known;
    }
    Object record = FieldsKind.construct(layout, components);
    if (!complete) {
      checkKept(layout, record, components);
    }
    return record;
  }

  /** A constructor that saw a component before it was filled may have copied it. */
  private static void checkKept(Layout layout, Object record, Object[] components) {
    for (int i = 0; i < components.length; i++) {
      Field field = layout.fields[i];
      if (!field.getType().isPrimitive() && FieldAccess.read(field, record) != components[i]) {
        throw new MarshallingException(
            "The constructor of a record in a cycle copies a component that isn't complete yet:"
                + " component="
                + field);
      }
    }
  }

  private boolean fillContainer(int row, boolean complete) {
    if (!complete && JdkCollections.inspects(made[row].getClass())) {
      return false;
    }
    Containers.fill(made[row], elements(row));
    return true;
  }

  private Object[] elements(int row) {
    Object[] elements = new Object[table.slots(row) - 1];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = reference(row, i + 1);
    }
    return elements;
  }

  private boolean rebuild(int row, boolean complete) {
    FormKind kind = kind(row);
    boolean shelled = table.kind(row) == Row.SHELLED;
    if (!complete && kind.inspects() && !kind.resolves()) {
      if (shelled) {
        return false;
      }
      throw damaged("an object is part of itself");
    }
    Object[] parts = new Object[table.slots(row)];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = reference(row, i);
    }
    Object known = shelled ? null : own.holder(row, parts);
    made[row] =
        known != null ? known : own.orFilled(row, forms.rebuild(kind, form(row, parts), made[row]));
    return true;
  }

  private Form form(int row, Object[] parts) {
    return new Form(table.typeText(row), table.head(row), parts);
  }

  private FormKind kind(int row) {
    int name = table.type(row);
    FormKind known = kinds[name];
    if (known == null) {
      known = forms.named(table.typeText(row));
      kinds[name] = known;
    }
    return known;
  }

  private Object external(int row) {
    Object known = externals.apply(new External(table.value(row, 0), (int) table.value(row, 1)));
    if (known == null) {
      throw damaged("an object that no static field brought");
    }
    return known;
  }

  private Object reference(int row, int slot) {
    int target = table.slot(row, slot);
    return target < 0 ? null : made[target];
  }

  private Object field(int row, int field) {
    char letter = table.letter(table.type(row), field);
    return TableView.isReference(letter)
        ? reference(row, field)
        : Bits.boxed(letter, table.value(row, field));
  }

  static MarshallingException damaged(String what) {
    return new MarshallingException("The table of objects can't be read: " + what);
  }
}
