package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.preparer.Tables.Laid;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code made for a class writes the very bytes that the loop over its fields writes. */
class FieldsTemplateTest {

  private static final String[] PRIMITIVES = {
    "boolean", "byte", "char", "short", "int", "long", "float", "double"
  };

  /** The last ones hold objects of classes of their own, and of subclasses. */
  private static final String[] REFERENCES = {
    "String",
    "Integer",
    "double[]",
    "Object[]",
    "Class<?>",
    "Object",
    "java.util.List<Object>",
    "T0",
    "Thread.State"
  };

  private static final int CLASSES = 14;

  private final Random random = new Random(5);

  private static Forms forms(ClassLoader loader, int many) {
    Forms forms = new Forms(loader, List.of(), List.of(), new Marks(t -> false));
    forms.names().makeAfter(many);
    return forms;
  }

  /** Layouts of up to nine fields of each sort, a third of them records, others subclasses. */
  private Worlds world() {
    String[] sources = new String[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      List<String> fields = new ArrayList<>();
      add(fields, i == 1 ? 9 : i == 2 ? 8 : random.nextInt(9), PRIMITIVES);
      add(fields, i == 1 ? 8 : i == 2 ? 9 : i == 3 ? 8 : random.nextInt(9), REFERENCES);
      boolean record = i % 3 == 2;
      sources[i] =
          record
              ? "public record T%d(%s) {}".formatted(i, String.join(", ", fields))
              : "public class T%d %s { %s }"
                  .formatted(
                      i,
                      i > 6 ? "extends T0" : "",
                      String.join("", fields.stream().map(f -> "public " + f + ";").toList()));
    }
    return Worlds.of(sources);
  }

  private void add(List<String> fields, int count, String[] types) {
    for (int n = 0; n < count; n++) {
      String type = types[random.nextInt(types.length)];
      fields.add(random.nextInt(fields.size() + 1), type + " f" + fields.size());
    }
  }

  private Object graph(ClassLoader loader, int size) throws ReflectiveOperationException {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Class<?> type = loader.loadClass("T" + random.nextInt(CLASSES));
      all.add(type.isRecord() ? record(type, all) : object(type, all));
    }
    return all;
  }

  private Object record(Class<?> type, List<Object> others) throws ReflectiveOperationException {
    Constructor<?> canonical = type.getDeclaredConstructors()[0];
    canonical.setAccessible(true);
    Class<?>[] types = canonical.getParameterTypes();
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = value(types[i], others);
    }
    return canonical.newInstance(values);
  }

  private Object object(Class<?> type, List<Object> others) throws ReflectiveOperationException {
    Object made = type.getDeclaredConstructor().newInstance();
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        field.setAccessible(true);
        field.set(made, value(field.getType(), others));
      }
    }
    return made;
  }

  private Object value(Class<?> type, List<Object> others) {
    if (type.isPrimitive()) {
      return Bits.boxed(Bits.letter(type), random.nextLong() >> random.nextInt(Long.SIZE));
    }
    Object[] some = {
      null,
      "text " + random.nextInt(9),
      "\u20ac",
      "a text that is longer than others, so that it stands in the table: " + random.nextInt(3),
      random.nextInt(),
      new double[] {random.nextDouble(), -0.0},
      new Object[] {1, "one"},
      new String[] {"one", null},
      new int[][] {{1}, null},
      double[].class,
      Thread.State.values()[random.nextInt(6)],
      new ArrayList<>(List.of(1, "one")),
      others.isEmpty() ? null : others.get(random.nextInt(others.size())),
      others.isEmpty() ? null : others.get(others.size() - 1)
    };
    List<Object> fitting =
        Arrays.stream(some).filter(each -> each == null || type.isInstance(each)).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  /** The bytes, and which classes were told. */
  private static String written(Forms forms, Object root) {
    List<Class<?>> seen = new ArrayList<>();
    Laid laid = Tables.of(forms, root, seen::add);
    assertThat(StraightReader.isStraight(laid.table())).isTrue();
    return Arrays.toString(Tables.bytes(laid.table().steps()))
        + Arrays.toString(laid.table().texts())
        + Arrays.toString(laid.table().rows())
        + seen;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 40})
  void writesWhatTheLoopWrites(int many) throws ReflectiveOperationException {
    for (int worlds = 0; worlds < 4; worlds++) {
      ClassLoader loader = world().driver();
      Forms loop = forms(loader, Integer.MAX_VALUE);
      Forms made = forms(loader, many);
      for (int graphs = 0; graphs < 12; graphs++) {
        Object root = graph(loader, 3 + 20 * graphs);
        String expected = written(loop, root);
        assertThat(written(made, root))
            .as("world %s, graph %s", worlds, graphs)
            .isEqualTo(expected);
        assertThat(written(made, root)).isEqualTo(expected);
      }
    }
  }

  record Pair(String text, long number) {}

  record Ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {}

  private static FieldsTeller teller(Class<?> type) {
    return new FieldsTeller(type, Plan.fields(type), Straight.RECORD);
  }

  private static Teller template(Class<?> type) {
    return new FieldsTemplates().of(teller(type), Layout.of(type).order());
  }

  @Test
  void isMadeOfAClassOfItsOwnForEachClassThatHasRoom() {
    Teller made = template(Pair.class);
    assertThat(made.getClass())
        .matches(Class::isHidden)
        .isNotEqualTo(template(Pair.class).getClass());
    assertThat(made.fingerprint()).isEqualTo(teller(Pair.class).fingerprint());
    assertThat(template(Ten.class)).isNull();
  }

  @Test
  void isMadeOnceForAllWhoWriteAClass() {
    FieldsTemplates templates = new FieldsTemplates();
    FieldOrder order = Layout.of(Pair.class).order();
    assertThat(templates.of(teller(Pair.class), order))
        .hasSameClassAs(templates.of(teller(Pair.class), order));
  }

  @Test
  void isMadeAfterMany() {
    FieldsTemplates templates = new FieldsTemplates();
    assertThat(templates.areMany(3)).isFalse();
    assertThat(templates.areMany(3)).isFalse();
    assertThat(templates.areMany(3)).isTrue();
    assertThat(templates.areMany(4)).isTrue();
    assertThat(templates.areMany(Integer.MAX_VALUE)).isFalse();
  }

  /** Keeps nothing of the graph, nor of the class, in what lives on. */
  private static Doomed writtenByATemplate() throws ReflectiveOperationException {
    ClassLoader loader =
        Worlds.of("public class Held { public int number; public Object other; }").driver();
    Class<?> type = loader.loadClass("Held");
    Object held = type.getDeclaredConstructor().newInstance();
    Forms forms = forms(FieldsTemplateTest.class.getClassLoader(), 0);
    written(forms, held);
    assertThat(written(forms, held)).contains("Held");
    return new Doomed(loader);
  }

  @Test
  void goesWithTheLoaderOfTheClass() throws Exception {
    writtenByATemplate().assertGoes();
  }
}
