package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.CodeUnavailableException;
import dev.entourage.PreparationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reads class files and manifests, over bytes that somebody has changed. */
class FuzzTest {

  private static final List<byte[]> CLASS_FILES =
      Stream.of(
              ClassFileTest.Signatures.class,
              SignatureNames.class,
              MethodCode.class,
              Digest.class,
              Row.class,
              FuzzTest.class)
          .map(FuzzTest::file)
          .toList();

  @Test
  void classFilesAreReadOrRefused() {
    Fuzz.run(6_000, damaged(CLASS_FILES, FuzzTest::parse), 100);
  }

  @Test
  void codeIsReadOrRefused() {
    Fuzz.run(6_000, damaged(CLASS_FILES, FuzzTest::readCode), 100);
  }

  @Test
  void manifestsAreReadOrRefused() {
    Fuzz.run(20_000, damaged(manifests(), FuzzTest::decode), 50);
  }

  @Test
  void closuresOfDamagedFilesAreFoundOrRefused() {
    Map<String, byte[]> program = program();
    List<String> names = List.copyOf(program.keySet());
    Fuzz.run(
        1_500,
        seed -> {
          String name = names.get((int) (seed % names.size()));
          byte[] changed = new Damage(List.of(program.get(name)), seed).next();
          // The same loader each time, so that the second time is as the first.
          ClassLoader loader = new Damaging(program, Map.of(name, changed));
          return new Fuzz.Input(10_000, () -> prepare(loader));
        },
        50);
  }

  private static void parse(byte[] bytes) {
    try {
      assertThat(ClassFile.parse(bytes).mentioned()).doesNotContainNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("Not a class file: ");
    }
  }

  private static void readCode(byte[] bytes) {
    try {
      assertThat(ClassCode.of(bytes).handles()).doesNotContainNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("Not a class file: ");
    }
  }

  private static void decode(byte[] bytes) {
    try {
      assertThat(Manifest.decode(bytes).id()).isEqualTo(Digest.of(bytes));
    } catch (CodeUnavailableException e) {
      assertThat(e).hasMessageStartingWith("Not a manifest: ");
    }
  }

  /** As a driver would, whose loader gives away other bytes than it defines. */
  private static void prepare(ClassLoader loader) {
    Preparer preparer = Drivers.bare();
    try {
      Class<?> main = loader.loadClass("Case");
      assertThat(Drivers.seal(preparer, main).entries()).isNotEmpty();
    } catch (PreparationException e) {
      assertThat(e).hasMessageContaining("class=");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static LongFunction<Fuzz.Input> damaged(List<byte[]> samples, Consumer<byte[]> reader) {
    return seed -> {
      byte[] bytes = new Damage(samples, seed).next();
      return new Fuzz.Input(bytes.length, () -> reader.accept(bytes));
    };
  }

  private static List<byte[]> manifests() {
    List<byte[]> all = new ArrayList<>();
    for (int size : new int[] {0, 1, 3, 40}) {
      List<Manifest.Entry> entries = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        Digest hash = Digest.of(new byte[] {(byte) i});
        entries.add(new Manifest.Entry("file:/src" + i % 3, "p.q.Class" + i, hash));
      }
      all.add(Manifest.of(entries).encode());
    }
    return all;
  }

  /** Statics, switches, lambdas, and classes that mention each other in a circle. */
  private static Map<String, byte[]> program() {
    return Worlds.of(
            """
            class Case implements java.io.Serializable {
              static int count = 1;
              static final java.util.Map<String, A> MAP = new java.util.HashMap<>();
              A a; B<A>.Inner<Case> b;
              int run(int x, String s) {
                java.util.function.IntSupplier l = () -> count + x;
                switch (x) { case 1: count++; break; case 2: case 3: return l.getAsInt(); default: }
                switch (s) { case "a": return A.one; case "bb": return B.two; default: }
                return MAP.size() + x > 300000 ? 2 : Case.count;
              }
            }
            class A extends B<A> { static int one = 1; Case back; int get() { return B.two; } }
            class B<T> { static int two = 2; class Inner<U extends Case> { T t; A a; } int get() { return 1; } }
            """)
        .classes();
  }

  /** Defines good classes, and gives damaged files away. */
  private static final class Damaging extends Worlds.World {

    private final Map<String, byte[]> changed;

    Damaging(Map<String, byte[]> classes, Map<String, byte[]> changed) {
      super(classes);
      this.changed = changed;
    }

    @Override
    public InputStream getResourceAsStream(String path) {
      byte[] bytes = changed.get(path.replaceAll("\\.class$", "").replace('/', '.'));
      return bytes == null ? super.getResourceAsStream(path) : new ByteArrayInputStream(bytes);
    }
  }

  private static byte[] file(Class<?> type) {
    String path = '/' + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
