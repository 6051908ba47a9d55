package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldReaderTest {

  static class Base {
    Object same = "base";
  }

  static class Sub extends Base {
    final Object same = "sub";
    volatile Object changing = "volatile";
    int number = 7;
    Object none;
  }

  record Pair(int number, Object text) {}

  private static void assertReads(Object owner, Object... values) {
    List<Field> fields = List.of(Layout.of(owner.getClass()).references);
    for (FieldReader reader : List.of(FieldReader.of(fields), FieldReader.reflective(fields))) {
      assertThat(reader.count()).isEqualTo(values.length);
      for (int i = 0; i < values.length; i++) {
        assertThat(reader.read(owner, i)).isSameAs(values[i]);
      }
    }
  }

  @Test
  void readsFieldsOfClassesAndRecordsInBothWays() {
    assertReads(new Sub(), "base", "sub", "volatile", null);
    assertReads(new Pair(1, "text"), "text");
  }

  record All(
      boolean z, byte b, char c, short s, int i, long j, float f, double d, int[] a, String l) {}

  @Test
  void readsPrimitivesOfEachTypeAsBitsInBothWays() {
    All all =
        new All(
            true, (byte) -1, '\uffff', Short.MIN_VALUE, -7, 1L << 40, -0f, Double.NaN, null, "");
    long[] bits = {
      1,
      -1,
      0xffff,
      Short.MIN_VALUE,
      -7,
      1L << 40,
      Float.floatToRawIntBits(-0f),
      Double.doubleToRawLongBits(Double.NaN)
    };
    List<Field> fields = List.of(Layout.of(All.class).fields);
    for (FieldReader reader : List.of(FieldReader.of(fields), FieldReader.reflective(fields))) {
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < fields.size(); i++) {
        letters.append(reader.letter(i));
        assertThat(reader.isPrimitive(i)).isEqualTo(i < bits.length);
        if (i < bits.length) {
          assertThat(reader.bits(all, i)).as(fields.get(i).getName()).isEqualTo(bits[i]);
        }
      }
      assertThat(letters).hasToString("ZBCSIJFD[L");
    }
  }

  @Test
  void saysWhetherAnyFieldLeadsOn() {
    List<Field> fields = List.of(Layout.of(Pair.class).references);
    assertThat(FieldReader.of(fields).leadsOn(new Pair(1, "text"))).isTrue();
    assertThat(FieldReader.of(fields).leadsOn(new Pair(1, null))).isFalse();
    assertThat(FieldReader.NONE.leadsOn(new Pair(1, "text"))).isFalse();
  }
}
