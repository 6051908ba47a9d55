package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.NodeTable;

/** A node table whose every number was checked, so that nothing after it need doubt one. */
final class TableView {

  private static final String[] NO_TEXTS = {};

  private final String[] texts;
  private final int[] rows;
  private final long[] values;
  private final byte[][] blobs;

  /** The letters of each layout's fields, by its row: they are asked for in each object's row. */
  private final char[][] letters;

  private long used;

  /**
   * Checks a table.
   *
   * @throws MarshallingException when it is damaged
   */
  TableView(NodeTable table) {
    if (table.texts() == null
        || table.rows() == null
        || table.values() == null
        || table.blobs() == null
        || table.rows().length % Row.WIDTH != 0
        || table.steps() == null
        || table.steps().size() != 0) {
      throw damaged("its arrays");
    }
    texts = table.texts();
    rows = table.rows();
    values = table.values();
    blobs = table.blobs();
    letters = new char[afterLayouts()][];
    checkAll();
  }

  private int afterLayouts() {
    int end = size();
    while (end > 0 && kind(end - 1) != Row.LAYOUT) {
      end--;
    }
    return end;
  }

  /** Layouts first, since the rows of objects count on them. */
  private void checkAll() {
    for (int row = 0; row < letters.length; row++) {
      if (kind(row) == Row.LAYOUT) {
        checkLayout(row, start(row));
      }
    }
    long bytes = 0;
    for (int row = 0; row < size(); row++) {
      check(row);
      bytes += kind(row) == Row.PRIMITIVES ? blob(row).length : 0;
    }
    for (byte[] blob : blobs) {
      bytes -= blob == null ? 0 : blob.length;
    }
    require(bytes <= 0, "blobs used twice");
  }

  int size() {
    return rows.length / Row.WIDTH;
  }

  int texts() {
    return texts.length;
  }

  int kind(int row) {
    return rows[row * Row.WIDTH];
  }

  /** What the type of a row says; a text, a letter or a row. */
  int type(int row) {
    return rows[row * Row.WIDTH + 1];
  }

  String typeText(int row) {
    return texts[type(row)];
  }

  private int start(int row) {
    return rows[row * Row.WIDTH + 2];
  }

  long value(int row, int index) {
    return values[start(row) + index];
  }

  String text(int row, int index) {
    return texts[(int) value(row, index)];
  }

  byte[] blob(int row) {
    return blobs[(int) value(row, 0)];
  }

  /** How many fields a layout has. */
  int fields(int layout) {
    return letters[layout].length;
  }

  char letter(int layout, int field) {
    return letters[layout][field];
  }

  /** How many slots of a row may hold references. */
  int slots(int row) {
    return switch (kind(row)) {
      case Row.ARRAY -> (int) value(row, 0);
      case Row.COLLECTION, Row.MAP -> (int) value(row, 0) + 1;
      case Row.OBJECT, Row.RECORD -> fields(type(row));
      case Row.FORM, Row.SHELLED -> (int) value(row, 1 + (int) value(row, 0));
      default -> 0;
    };
  }

  /** The row that a slot refers to; -1 for null and for a primitive. */
  int slot(int row, int slot) {
    return switch (kind(row)) {
      case Row.ARRAY, Row.COLLECTION, Row.MAP -> (int) value(row, 1 + slot);
      case Row.OBJECT, Row.RECORD ->
          isReference(letter(type(row), slot)) ? (int) value(row, slot) : -1;
      default -> (int) value(row, 2 + (int) value(row, 0) + slot);
    };
  }

  /** Says whether a row of this kind and layout can hold no references. */
  boolean isFlat(int row) {
    if (kind(row) != Row.OBJECT && kind(row) != Row.RECORD) {
      return slots(row) == 0;
    }
    for (char letter : letters[type(row)]) {
      if (isReference(letter)) {
        return false;
      }
    }
    return true;
  }

  /** Says whether it matters that a row's object is this very one, and no equal one. */
  boolean isOne(int row) {
    return switch (kind(row)) {
      case Row.STRING, Row.BOXED, Row.ENUM, Row.LAYOUT -> false;
      case Row.FORM -> slots(row) > 0;
      default -> true;
    };
  }

  String[] head(int row) {
    int length = (int) value(row, 0);
    String[] head = length == 0 ? NO_TEXTS : new String[length];
    for (int i = 0; i < length; i++) {
      head[i] = value(row, 1 + i) < 0 ? null : text(row, 1 + i);
    }
    return head;
  }

  static boolean isReference(char letter) {
    return letter == 'L' || letter == '[';
  }

  private void check(int row) {
    int start = start(row);
    require(start >= 0 && start <= values.length, "where values begin");
    switch (kind(row)) {
      case Row.STRING -> checkText(type(row));
      case Row.BOXED -> room(start, 1);
      case Row.ENUM -> {
        checkText(type(row));
        room(start, 1);
        checkText(values[start]);
      }
      case Row.PRIMITIVES -> {
        room(start, 1);
        require(
            values[start] >= 0
                && values[start] < blobs.length
                && blobs[(int) values[start]] != null,
            "a blob");
      }
      case Row.LAYOUT -> {}
      case Row.ARRAY -> checkCounted(row, start, 0);
      case Row.COLLECTION, Row.MAP -> checkCounted(row, start, 1);
      case Row.OBJECT, Row.RECORD -> checkFields(row, start);
      case Row.FORM, Row.SHELLED -> checkForm(row, start);
      case Row.EXTERNAL -> room(start, 2);
      default -> throw damaged("a kind of row");
    }
  }

  private void checkLayout(int row, int start) {
    checkText(type(row));
    room(start, 1);
    long fields = values[start];
    require(fields >= 0 && fields <= values.length / 3, "a number of fields");
    room(start + 1, 3 * fields);
    letters[row] = new char[(int) fields];
    for (int i = 0; i < fields; i++) {
      checkText(values[start + 1 + 3 * i]);
      checkText(values[start + 2 + 3 * i]);
      long letter = values[start + 3 + 3 * i];
      require(letter > 0 && letter < 128 && "ZBCSIJFDL[".indexOf((int) letter) >= 0, "a type");
      letters[row][i] = (char) letter;
    }
  }

  private void checkCounted(int row, int start, int more) {
    checkText(type(row));
    room(start, 1);
    long length = values[start];
    require(length >= 0 && length <= values.length, "a length");
    room(start + 1, length + more);
    for (long i = 1; i <= length + more; i++) {
      checkReference(values[start + (int) i]);
    }
  }

  private void checkFields(int row, int start) {
    int layout = type(row);
    require(layout >= 0 && layout < size() && kind(layout) == Row.LAYOUT, "a layout");
    int fields = fields(layout);
    room(start, fields);
    for (int i = 0; i < fields; i++) {
      if (isReference(letter(layout, i))) {
        checkReference(values[start + i]);
      }
    }
  }

  private void checkForm(int row, int start) {
    checkText(type(row));
    room(start, 1);
    long texts = values[start];
    require(texts >= 0 && texts <= values.length, "a head");
    room(start + 1, texts + 1);
    for (int i = 1; i <= texts; i++) {
      require(values[start + i] == -1 || isText(values[start + i]), "a text");
    }
    int parts = start + 1 + (int) texts;
    require(values[parts] >= 0 && values[parts] <= values.length, "a number of parts");
    room(parts + 1, values[parts]);
    for (int i = 1; i <= values[parts]; i++) {
      checkReference(values[parts + i]);
    }
  }

  private void checkReference(long row) {
    require(row == -1 || row >= 0 && row < size() && kind((int) row) != Row.LAYOUT, "a reference");
  }

  private void checkText(long text) {
    require(isText(text), "a text");
  }

  private boolean isText(long text) {
    return text >= 0 && text < texts.length && texts[(int) text] != null;
  }

  /** Rows that shared their values could make a small table a large graph, and a long check. */
  private void room(long start, long wanted) {
    require(start >= 0 && start + wanted <= values.length, "where values end");
    used += wanted;
    require(used <= values.length, "the sum of all lengths");
  }

  private static void require(boolean fine, String what) {
    if (!fine) {
      throw damaged(what);
    }
  }

  private static MarshallingException damaged(String what) {
    return new MarshallingException("The bytes are damaged: in the table of objects, " + what);
  }
}
