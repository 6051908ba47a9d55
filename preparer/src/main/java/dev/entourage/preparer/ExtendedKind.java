package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;

/**
 * The user's classes that extend a collection of the JDK, with their own fields: {@code class Index
 * extends ArrayList<Document>}. They exist before their content, so that it may refer back to them.
 * The content goes around what the class overrides, as with the JDK's own serialization. Classes
 * that serialize themselves, and sorted ones, travel in their serial form.
 */
final class ExtendedKind implements FormKind {

  private static final ClassValue<Constructor<?>> MAKERS =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
          return maker(type);
        }
      };

  private final boolean hashed;

  /**
   * Makes the kind.
   *
   * @param hashed whether it is the kind for maps and sets, or for all others
   */
  ExtendedKind(boolean hashed) {
    this.hashed = hashed;
  }

  @Override
  public String kind() {
    return hashed ? "extended-hash" : "extended";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    Class<?> base = CollectionBase.of(type);
    return base != null
        && JdkCollections.inspects(base) == hashed
        && !SerialAccess.customisedBelow(type, base);
  }

  @Override
  public boolean shelled() {
    return true;
  }

  @Override
  public boolean inspects() {
    return hashed;
  }

  @Override
  public Form form(Object value) {
    Field[] fields = fields(value);
    Object[] content = CollectionBase.methods(value.getClass()).content(value);
    Object[] parts = new Object[fields.length + content.length];
    for (int i = 0; i < fields.length; i++) {
      parts[i] = FieldAccess.read(fields[i], value);
    }
    System.arraycopy(content, 0, parts, fields.length, content.length);
    return new Form(kind(), Heads.of(value.getClass()), parts);
  }

  private static Field[] fields(Object value) {
    Layout layout = Layout.of(value.getClass());
    if (layout.refusal != null) {
      throw new RefusedException(layout.refusal, value);
    }
    return layout.fields;
  }

  @Override
  public Object shell(String[] head, ClassLoader loader) {
    Class<?> type = ClassNames.find(Heads.text(kind(), head, 0), loader);
    if (!takes(type)) {
      throw Heads.damaged(kind());
    }
    try {
      return MAKERS.get(type).newInstance();
    } catch (ReflectiveOperationException e) {
      throw new MarshallingException("No object can be made of " + type.getName(), e);
    }
  }

  /** Runs the constructor of the JDK's class, and none of the user's. */
  private static Constructor<?> maker(Class<?> type) {
    try {
      return SerialAccess.constructor(type, CollectionBase.of(type).getConstructor());
    } catch (NoSuchMethodException e) {
      throw new MarshallingException("No object can be made of " + type.getName(), e);
    }
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Field[] fields = fields(shell);
    Object[] parts = form.parts();
    if (parts.length < fields.length) {
      throw Heads.damaged(kind());
    }
    for (int i = 0; i < fields.length; i++) {
      FieldAccess.write(fields[i], shell, parts[i]);
    }
    Object[] content = Arrays.copyOfRange(parts, fields.length, parts.length);
    CollectionBase.methods(shell.getClass()).fill(shell, content);
    return shell;
  }
}
