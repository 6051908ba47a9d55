package dev.entourage.preparer;

/**
 * The kinds of rows of a node table. A row is three numbers: its kind, its type and where its
 * values begin. References are row numbers, -1 is null.
 *
 * <pre>
 * kind        type                  values
 * STRING      text
 * BOXED       letter of the type    bits
 * ENUM        class (text)          name (text)
 * PRIMITIVES  letter of the type    blob
 * ARRAY       component (text)      count, references
 * LAYOUT      class (text)          count, then declaring class (text), name (text), letter for each
 * OBJECT      row of its layout     one for each field
 * RECORD      row of its layout     one for each component
 * COLLECTION  class (text)          count, comparator, references
 * MAP         class (text)          count, comparator, references: a key, its value, the next key
 * FORM        kind (text)           texts, that many texts, parts, that many references
 * SHELLED     as FORM, for kinds that can make the object before its parts
 * EXTERNAL    nothing               group, row in its table: an object that static fields hold
 * </pre>
 */
final class Row {

  static final int STRING = 0;
  static final int BOXED = 1;
  static final int ENUM = 2;
  static final int PRIMITIVES = 3;
  static final int ARRAY = 4;
  static final int LAYOUT = 5;
  static final int OBJECT = 6;
  static final int RECORD = 7;
  static final int COLLECTION = 8;
  static final int MAP = 9;
  static final int FORM = 10;
  static final int SHELLED = 11;
  static final int EXTERNAL = 12;

  /** How many numbers a row has. */
  static final int WIDTH = 3;

  private Row() {}
}
