package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;

/**
 * The fields of a class, references before primitives, and a number by which two JVMs know that
 * they mean the same fields.
 */
record FieldOrder(Layout layout, int[] references, int[] primitives, long fingerprint) {

  static FieldOrder of(Layout layout) {
    return new FieldOrder(
        layout, fields(layout, false), fields(layout, true), fingerprint(layout.fields));
  }

  private static int[] fields(Layout layout, boolean primitive) {
    return IntStream.range(0, layout.fields.length)
        .filter(i -> layout.fields[i].getType().isPrimitive() == primitive)
        .toArray();
  }

  FieldReader reader() {
    return layout.reader();
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
