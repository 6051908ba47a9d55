package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.preparer.Plan.Shape;
import dev.entourage.spi.NodeTable;
import java.lang.reflect.Array;
import java.util.function.Function;

/** Reads a graph from a {@link NodeTable} that may be hostile, without recursion. */
final class TableReader extends TableOrder {

  private final Forms forms;
  private final Function<External, Object> externals;
  private final Object[] made;
  private final TableTypes types;
  private final OwnObjects own;
  private final TableRecords records = new TableRecords(this);
  private final TableForms shaped;

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
    shaped = new TableForms(forms, table);
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
    Object shell = table.kind(row) == Row.SHELLED ? shaped.shell(row) : null;
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
          made[row] = own.orFilled(row, ArrayBytes.array((char) table.type(row), table.blob(row)));
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

  @Override
  void settle(int[] rows) {
    new TableCycle(this, rows).settle();
  }

  boolean isContainer(int row) {
    return table.kind(row) == Row.COLLECTION || table.kind(row) == Row.MAP;
  }

  /** Says whether a container finds all that it was filled with. */
  boolean holds(int row) {
    return Containers.holds(made[row], elements(row));
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
      records.checkKept(row, layout, record, components);
    }
    return record;
  }

  private boolean fillContainer(int row, boolean complete) {
    if (!complete && JdkCollections.inspects(made[row].getClass()) && !hasClosedKeys(row)) {
      return false;
    }
    Containers.fill(made[row], elements(row));
    return true;
  }

  /** A map looks only into its keys. */
  private boolean hasClosedKeys(int row) {
    boolean closed = table.kind(row) == Row.MAP;
    for (int i = 1; closed && i < table.slots(row); i += 2) {
      closed = isClosedOrNull(table.slot(row, i));
    }
    return closed && isClosedOrNull(table.slot(row, 0));
  }

  private boolean isClosedOrNull(int row) {
    return row < 0 || isClosed(row);
  }

  /** What a container is to hold, as far as it exists. */
  Object[] elements(int row) {
    Object[] elements = new Object[table.slots(row) - 1];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = reference(row, i + 1);
    }
    return elements;
  }

  private boolean rebuild(int row, boolean complete) {
    FormKind kind = shaped.kind(row);
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
    made[row] = known != null ? known : own.orFilled(row, shaped.rebuild(row, parts, made[row]));
    return true;
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
