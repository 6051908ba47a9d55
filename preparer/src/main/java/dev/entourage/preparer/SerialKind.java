package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Form;
import dev.entourage.spi.RefusedException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Objects whose class says itself how it is serialized, and Serializable objects of the JDK: one
 * object as {@code java.io} would write it, with all others cut out and sent along as parts. So
 * nothing of the JDK must be opened, JDKs of different versions meet, and the parts keep their
 * identity and need not be Serializable.
 *
 * <p>There are two of this kind: one for objects that only store what they read, one for those
 * whose own code may look into it.
 */
final class SerialKind implements FormKind {

  private static final String STORED = "serial";
  private static final String CUSTOM = "custom";

  private final boolean custom;
  private final Predicate<Class<?>> ownForm;

  /**
   * Makes the kind.
   *
   * @param custom whether it is the kind for objects that may look into their parts
   * @param ownForm says which classes have a form of their own
   */
  SerialKind(boolean custom, Predicate<Class<?>> ownForm) {
    this.custom = custom;
    this.ownForm = ownForm;
  }

  @Override
  public String kind() {
    return custom ? CUSTOM : STORED;
  }

  /** Says whether a form is one of these two kinds: its first part is the stream. */
  static boolean isKind(String kind) {
    return kind.equals(STORED) || kind.equals(CUSTOM);
  }

  @Override
  public boolean takes(Class<?> type) {
    return !custom && SerialRules.fits(type);
  }

  @Override
  public boolean inspects() {
    return custom;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    String unreadable = SerialRules.unreadable(value.getClass());
    if (unreadable != null) {
      throw new RefusedException(unreadable, value);
    }
    try {
      SerialWriter.Written written = SerialWriter.write(value, this::staysInside, named);
      return new Form(
          written.looksIn() ? CUSTOM : STORED,
          new String[] {value.getClass().getName()},
          written.parts());
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new RefusedException("its own serialization failed: " + e, value);
    }
  }

  /** What can't be met from outside, or is no more than its value, stays with the object. */
  private boolean staysInside(Object value) {
    Class<?> type = value.getClass();
    return value instanceof String
        || value instanceof Number && type.getPackageName().equals("java.lang")
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Enum
        || value instanceof StackTraceElement
        || value instanceof StackTraceElement[]
        || type.isArray() && type.getComponentType().isPrimitive()
        || isInternal(type);
  }

  /**
   * Locks share their synchronizer with their conditions and views, so it is met from outside; what
   * resolves itself stands for an object that may be met, such as an immutable list.
   */
  private boolean isInternal(Class<?> type) {
    return ClassNames.isJdk(type)
        && !Modifier.isPublic(type.getModifiers())
        && SerialAccess.readResolve(type) == null
        && !AbstractOwnableSynchronizer.class.isAssignableFrom(type)
        && !ownForm.test(type)
        && SerialRules.fits(type);
  }

  @Override
  public String label(Form form, int part) {
    return "part " + part;
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    try {
      return SerialReader.read(Heads.part(form, 0, byte[].class), form.parts(), loader);
    } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
      throw new MarshallingException(
          "An object can't be read from its serial form: class=%s: %s"
              .formatted(Heads.text(form, 0), e.getMessage()),
          e);
    }
  }
}
