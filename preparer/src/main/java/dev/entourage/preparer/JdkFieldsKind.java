package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values of the JDK that have neither a serial form nor a public one, though they hold nothing but
 * data: formats, counters, buffers in memory. They travel field by field. Each Java has its own
 * fields, so both sides must be the very same one, as they are in a pool on one machine.
 *
 * <p>A class is named here only if no object of it knows its JVM, and a test says so.
 */
final class JdkFieldsKind implements FormKind {

  private static final String KIND = "jdk-fields";

  private static final List<String> PACKAGES =
      List.of("java.time.format.", "jdk.random.", "jdk.internal.random.");

  private static final Set<String> CLASSES =
      Set.of(
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.CharArrayReader",
          "java.io.CharArrayWriter",
          "java.io.StringWriter",
          "java.nio.file.attribute.FileTime",
          "java.time.temporal.WeekFields$ComputedDayOfField",
          "java.util.Base64$Decoder",
          "java.util.Base64$Encoder",
          "java.util.HexFormat",
          "java.util.Locale$LanguageRange",
          "java.util.SplittableRandom",
          "java.util.SplittableRandom$AbstractSplittableGeneratorProxy",
          "java.util.StringJoiner",
          "java.util.StringTokenizer",
          "java.util.zip.Adler32",
          "java.util.zip.CRC32",
          "java.util.zip.CRC32C");

  /** Maps that a formatter fills as it goes, with references that no other JVM can hold. */
  private static final String CACHE = "cached";

  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return List.copyOf(JdkFields.of(type));
        }
      };

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean takes(Class<?> type) {
    return isNamed(type)
        && !type.isArray()
        && !type.isHidden()
        && !java.io.Serializable.class.isAssignableFrom(type)
        && JdkFields.areOpen();
  }

  private static boolean isNamed(Class<?> type) {
    return ClassNames.isJdk(type)
        && (CLASSES.contains(type.getName())
            || PACKAGES.stream().anyMatch(type.getName()::startsWith));
  }

  @Override
  public Form form(Object value) {
    List<Field> fields = FIELDS.get(value.getClass());
    Object[] parts = new Object[fields.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = isCache(fields.get(i)) ? null : FieldAccess.read(fields.get(i), value);
    }
    return new Form(KIND, new String[] {value.getClass().getName(), java()}, parts);
  }

  @Override
  public String label(Form form, int part) {
    return FIELDS
        .get(ClassNames.find(Heads.text(form, 0), ClassLoader.getPlatformClassLoader()))
        .get(part)
        .getName();
  }

  @Override
  public boolean shelled() {
    return true;
  }

  @Override
  public Object shell(String[] head, ClassLoader loader) {
    Class<?> type = ClassNames.find(Heads.text(KIND, head, 0), loader);
    if (!takes(type)) {
      throw Heads.damaged(KIND);
    }
    String made = Heads.text(KIND, head, 1);
    if (!made.equals(java())) {
      throw new MarshallingException(
          "A %s travels between like Java versions only: this JVM runs %s, it comes from %s; make"
                  .formatted(type.getName(), java(), made)
              + " the object inside the task, or run both sides on one Java");
    }
    return Forms.blank(type);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    List<Field> fields = FIELDS.get(shell.getClass());
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      FieldAccess.write(field, shell, isCache(field) ? new HashMap<>() : Heads.part(form, i));
    }
    return shell;
  }

  private static boolean isCache(Field field) {
    return field.getType() == Map.class && field.getName().startsWith(CACHE);
  }

  private static String java() {
    return Runtime.version().toString();
  }
}
