package dev.entourage.preparer;

/**
 * The steps of a straight table, in which an object comes behind all that it refers to. So it can
 * be made in one go, by a machine with a stack: each step puts an object there, made of those that
 * lie on top of it. Most graphs can be told so; not those with cycles.
 *
 * <p>The steps are the first blob. A step is a number: its lowest bits say which, the others are
 * its argument. What belongs to it follows.
 *
 * <pre>
 * step        argument              followed by              takes from the stack
 * NULL
 * TEXT                              text
 * SAME        object, counted back
 * INT         the number, signed
 * BOXED       letter of the type    its bits
 * PRIMITIVES  letter of the type    length + 1 and bytes; 0 where they are the next long array,
 *                                   or of booleans the next blob
 * ENUM        type                  name (text)
 * OBJECT      type                  each primitive field     all other fields
 * RECORD      type                  each primitive field     all other fields
 * ARRAY       type                  count                    elements
 * COLLECTION  type                  count                    comparator, elements
 * MAP         type                  count                    comparator, a key, its value, ...
 * FORM        head                  count                    parts
 * SHELLED     as FORM, for kinds that can make the object before its parts
 * TYPE                              a class's name, fingerprint of its fields or 0
 * HEAD                              kind (text), count, each text or none
 * </pre>
 *
 * A text is a number: 0 where its length and characters follow, an even one for a text of those
 * that came, counted back from the last, 1 for none, other odd ones for the long texts of the
 * table. Types and heads are numbered as they come. All but NULL, TEXT, INT, BOXED, TYPE and HEAD
 * bring an object that SAME may mean, counted back from the last.
 */
final class Straight {

  static final int NULL = 0;
  static final int TEXT = 1;
  static final int SAME = 2;
  static final int INT = 3;
  static final int BOXED = 4;
  static final int PRIMITIVES = 5;
  static final int ENUM = 6;
  static final int OBJECT = 7;
  static final int RECORD = 8;
  static final int ARRAY = 9;
  static final int COLLECTION = 10;
  static final int MAP = 11;
  static final int FORM = 12;
  static final int SHELLED = 13;
  static final int TYPE = 14;
  static final int HEAD = 15;

  /** How many bits say which step it is. */
  static final int BITS = 4;

  static final int STEP = (1 << BITS) - 1;

  /** What the rows of a straight table begin with; behind it the number of objects for SAME. */
  static final int MARK = -1;

  /** Arrays of more bytes than these stand behind the table, and those of booleans as blobs. */
  static final int LONG = 1024;

  private Straight() {}
}
