package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The fields of a class, references before primitives, and a number by which two JVMs know that
 * they mean the same fields.
 *
 * @param places where in the layout each is
 * @param references how many of them are no primitives
 * @param reader reads them in this order
 */
record FieldOrder(
    Layout layout, int[] places, int references, FieldReader reader, long fingerprint) {

  static FieldOrder of(Layout layout) {
    final Field[] fields = layout.fields;
    int[] places =
        IntStream.range(0, fields.length)
            .boxed()
            .sorted(Comparator.comparing(i -> fields[i].getType().isPrimitive()))
            .mapToInt(i -> i)
            .toArray();
    FieldReader reader = FieldReader.of(Arrays.asList(ordered(layout, places)));
    return new FieldOrder(
        layout, places, layout.references.length, reader, fingerprint(layout.fields));
  }

  /** The fields in this order. */
  Field[] fields() {
    return ordered(layout, places);
  }

  Field field(int index) {
    return layout.fields[places[index]];
  }

  private static Field[] ordered(Layout layout, int[] places) {
    return Arrays.stream(places).mapToObj(i -> layout.fields[i]).toArray(Field[]::new);
  }

  /** Sets the fields in this order; not for records. */
  FieldWriter writer() {
    return FieldWriter.of(fields());
  }

  private static long fingerprint(Field[] fields) {
    StringBuilder text = new StringBuilder();
    for (Field field : fields) {
      text.append(field.getDeclaringClass().getName()).append('.').append(field.getName());
      text.append(Bits.letter(field.getType())).append('\n');
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each Java has SHA-256", e);
    }
  }
}
