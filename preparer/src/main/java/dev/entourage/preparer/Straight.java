package dev.entourage.preparer;

/**
 * The steps of a straight table, in which each object comes with all that it refers to behind it.
 * So it can be read in one go. Most graphs can be told so; of those with cycles only some.
 *
 * <p>A step is a number: its lowest bits say which, the others are its argument. What belongs to it
 * follows.
 *
 * <pre>
 * step        argument              followed by
 * NULL
 * TEXT        text
 * SAME        object, counted back
 * INT         the number, signed
 * BOXED       letter of the type    its bits
 * PRIMITIVES  letter of the type    length + 1 and bytes; 0 where they are the next long array,
 *                                   or of booleans the next blob
 * ENUM        type                  name (text)
 * OBJECT      type                  each primitive field, steps of all other fields
 * RECORD      type                  each primitive field, steps of all other fields
 * ARRAY       type                  count, steps of the elements
 * COLLECTION  number of the class   count, steps of its comparator and of the elements
 * MAP         number of the class   count, steps of its comparator, of a key, its value, ...
 * FORM        head                  count, steps of the parts
 * SHELLED     as FORM, for kinds that can make the object before its parts
 * </pre>
 *
 * A text is a number: 0 where its length and characters follow, an even one for a text of those
 * that came, counted back from the last, 1 for none, other odd ones for the long texts of the
 * table. Types and heads are numbered as they come; behind the next number stands what it means: a
 * class's name and fingerprint of its fields or 0; a kind (text), a count, each text or none. The
 * numbers of collections and maps are those of {@link JdkCollections}. All but NULL, TEXT, INT and
 * BOXED begin an object that SAME may mean, counted back from the last. It may mean one that isn't
 * complete yet only where it is an OBJECT, and nothing looks at it before it is complete.
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

  /** How many bits say which step it is. */
  static final int BITS = 4;

  static final int STEP = (1 << BITS) - 1;

  /**
   * How many bytes come before the first step: four with the number of objects for SAME, two with
   * how far back short texts are meant at most, each 0 where there is no need to keep any.
   */
  static final int HEADER = Integer.BYTES + Short.BYTES;

  /** Deeper graphs are left to who needs no recursion. */
  static final int DEEPEST = 200;

  /** How far back a short text may be meant. */
  static final int WINDOW = 1024;

  /** Arrays of more bytes than these stand behind the table, and those of booleans as blobs. */
  static final int LONG = 1024;

  private Straight() {}
}
