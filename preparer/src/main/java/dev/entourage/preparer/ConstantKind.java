package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.RefusedException;
import java.io.BufferedInputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects of the JDK of which each JVM has one, by the name of their constant: {@code System.out}
 * on a worker is the worker's own.
 */
final class ConstantKind implements FormKind {

  private static final String KIND = "constant";

  /** The classes of constants, and the class that has the constants. */
  private static final Map<Class<?>, Class<?>> HOLDERS =
      Map.of(
          PrintStream.class, System.class,
          BufferedInputStream.class, System.class,
          Runtime.class, Runtime.class);

  /** Formatters compare these queries by identity. */
  private static final String QUERIES = "java.time.temporal.TemporalQueries";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean takes(Class<?> type) {
    return holder(type) != null && JdkFields.areOpen();
  }

  /** Streams may be of a class of the user's, as {@code System.setOut} allows. */
  private static String holder(Class<?> type) {
    if (type.getName().startsWith(QUERIES + '$')) {
      return QUERIES;
    }
    return HOLDERS.entrySet().stream()
        .filter(entry -> entry.getKey().isAssignableFrom(type))
        .map(entry -> entry.getValue().getName())
        .findFirst()
        .orElse(null);
  }

  @Override
  public Form form(Object value) {
    Class<?> type = value.getClass();
    String holder = holder(type);
    Field constant =
        constants(holder)
            .filter(field -> FieldAccess.read(field, null) == value)
            .findFirst()
            .orElseThrow(() -> new RefusedException(Refusals.jdk(type), value));
    return new Form(KIND, new String[] {holder, constant.getName()}, new Object[0]);
  }

  private static Stream<Field> constants(String holder) {
    Class<?> type = ClassNames.find(holder, ClassLoader.getPlatformClassLoader());
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> holder.equals(QUERIES) || isTaken(field.getType()))
        .map(JdkFields::opened);
  }

  /** What a constant holds may be of another class in another JVM. */
  private static boolean isTaken(Class<?> declared) {
    return declared != Object.class
        && HOLDERS.keySet().stream().anyMatch(known -> declared.isAssignableFrom(known));
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    String holder = Heads.text(form, 0);
    if (!holder.equals(QUERIES)
        && HOLDERS.values().stream().noneMatch(known -> known.getName().equals(holder))) {
      throw Heads.damaged(KIND);
    }
    String name = Heads.text(form, 1);
    Optional<Object> found =
        constants(holder)
            .filter(field -> field.getName().equals(name))
            .map(field -> FieldAccess.read(field, null))
            .findFirst();
    return found.orElseThrow(
        () -> new MarshallingException("This Java has no constant " + holder + "." + name));
  }
}
