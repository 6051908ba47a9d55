package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ClassFileTest {

  private static final byte[] FILE = bytes(Signatures.class);

  interface Bound<T> {}

  @interface Mark {
    Class<?> value();
  }

  static final class OnlyInAnnotation {}

  static final class OnlyInCode {}

  static final class OnlyThrown extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static class Outer<T> {
    class Inner<U> {}
  }

  @Mark(OnlyInAnnotation.class)
  static class Signatures<T extends Comparable<T> & Bound<? super Digest>> {
    int number;
    long[] numbers;
    Map<String, List<? extends Manifest[]>> map;
    Outer<CodeStore>.Inner<CodeRequests> inner;

    Object code() throws OnlyThrown {
      return new OnlyInCode();
    }
  }

  // A7, B12, B13, B14
  @Test
  void findsWhatCodeSignaturesAndAnnotationsMention() {
    assertThat(ClassFile.parse(FILE).mentioned())
        .contains(
            Bound.class.getName(),
            Mark.class.getName(),
            OnlyInAnnotation.class.getName(),
            OnlyInCode.class.getName(),
            OnlyThrown.class.getName(),
            Outer.class.getName(),
            Outer.Inner.class.getName(),
            Digest.class.getName(),
            Manifest.class.getName(),
            CodeStore.class.getName(),
            CodeRequests.class.getName());
  }

  @Test
  void tellsNameAndFields() {
    ClassFile file = ClassFile.parse(FILE);
    assertThat(file.name()).isEqualTo(Signatures.class.getName());
    assertThat(file.fields()).contains("number I", "numbers [J", "map Ljava/util/Map;").hasSize(4);
  }

  @Test
  void refusesEveryTruncation() {
    int behindFields = FILE.length;
    int refused = 0;
    for (int length = 0; length < behindFields; length++) {
      byte[] shorter = Arrays.copyOf(FILE, length);
      try {
        ClassFile.parse(shorter);
      } catch (IllegalArgumentException e) {
        refused++;
        assertThat(e).hasMessageStartingWith("Not a class file: ");
      }
    }
    // Methods and attributes aren't read; the pool alone is most of the file.
    assertThat(refused).isGreaterThan(behindFields / 2);
  }

  @Property(tries = 2000)
  void readsOrRefusesDamagedFiles(
      @ForAll int at, @ForAll byte value, @ForAll int at2, @ForAll byte value2) {
    byte[] bytes = FILE.clone();
    bytes[Math.floorMod(at, bytes.length)] = value;
    bytes[Math.floorMod(at2, 600)] = value2;
    try {
      assertThat(ClassFile.parse(bytes).mentioned()).doesNotContainNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("Not a class file: ");
    }
  }

  @Property(tries = 1000)
  void refusesArbitraryBytes(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> ClassFile.parse(bytes)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(Class<?> type) {
    String path = '/' + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
