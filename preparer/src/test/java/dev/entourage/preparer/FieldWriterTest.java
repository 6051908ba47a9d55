package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldWriterTest {

  static class Base {
    Object same = "base";
  }

  static class Sub extends Base {
    final Object same;
    volatile CharSequence text;
    int[] array;

    Sub(Object same) {
      this.same = same;
    }
  }

  static class Numbers {
    final boolean z = Boolean.parseBoolean("");
    byte b;
    final char c = "-".charAt(0);
    short s;
    final int i = Integer.parseInt("5");
    volatile long j;
    float f;
    double d;
  }

  private static List<FieldWriter> writers(Class<?> type) {
    Field[] fields = Layout.of(type).fields;
    return List.of(FieldWriter.of(fields), FieldWriter.reflective(fields));
  }

  @Test
  void setsReferencesFinalOrNotInBothWays() {
    for (FieldWriter writer : writers(Sub.class)) {
      Sub made = (Sub) Blank.of(Sub.class).make();
      Object[] values = {"of the base", made, "text", new int[] {1}};
      assertThat(writer.count()).isEqualTo(values.length);
      for (int i = 0; i < values.length; i++) {
        assertThat(writer.isPrimitive(i)).isFalse();
        writer.write(made, i, values[i]);
      }
      assertThat(new Object[] {((Base) made).same, made.same, made.text, made.array})
          .isEqualTo(values);
      writer.write(made, 1, null);
      assertThat(made.same).isNull();
    }
  }

  /** By its offset a field would take anything, and the JVM would crash later. */
  @Test
  void refusesWhatDoesNotFitInBothWays() {
    for (FieldWriter writer : writers(Sub.class)) {
      Sub made = new Sub("kept");
      assertThatThrownBy(() -> writer.write(made, 2, 7)).isInstanceOf(MarshallingException.class);
      assertThatThrownBy(() -> writer.write(made, 3, new long[1]))
          .isInstanceOf(MarshallingException.class)
          .hasMessageContaining("array");
      assertThatThrownBy(() -> writer.bits(made, 1, 7)).isInstanceOf(MarshallingException.class);
      assertThat(made.same).isEqualTo("kept");
      assertThat(made.text).isNull();
    }
    for (FieldWriter writer : writers(Numbers.class)) {
      Numbers made = new Numbers();
      assertThatThrownBy(() -> writer.write(made, 4, null))
          .isInstanceOf(MarshallingException.class);
      assertThatThrownBy(() -> writer.write(made, 4, "5")).isInstanceOf(MarshallingException.class);
      assertThat(made.i).isEqualTo(5);
    }
  }

  @Test
  void setsPrimitivesOfEachTypeInBothWays() {
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
    for (FieldWriter writer : writers(Numbers.class)) {
      Numbers made = (Numbers) Blank.of(Numbers.class).make();
      FieldReader reader = Layout.of(Numbers.class).reader();
      for (int i = 0; i < bits.length; i++) {
        assertThat(writer.isPrimitive(i)).isTrue();
        writer.bits(made, i, bits[i]);
        assertThat(reader.bits(made, i)).as("field " + i).isEqualTo(bits[i]);
      }
      assertThat(made.i).isEqualTo(-7);
      assertThat(made.d).isNaN();
    }
  }
}
