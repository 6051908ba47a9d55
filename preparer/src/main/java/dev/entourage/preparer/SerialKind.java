package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.RefusedException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Objects whose class says itself how it is serialized, and Serializable objects of the JDK: one
 * object as {@code java.io} would write it, with all others cut out and sent along as parts. So
 * nothing of the JDK must be opened, JDKs of different versions meet, and the parts keep their
 * identity and need not be Serializable.
 *
 * <p>There are three of this kind: for objects that only store what they read, for those that store
 * it and then resolve themselves, and for those whose own code may look into it at any time.
 */
final class SerialKind implements FormKind {

  /** What code of its own an object is read with. */
  enum Sort {
    /** None. */
    SERIAL,
    /** {@code readResolve}, when its own fields are set. */
    RESOLVED,
    /** Any. */
    CUSTOM;

    private final String kind = name().toLowerCase(Locale.ROOT);
  }

  private final Sort sort;
  private final Predicate<Class<?>> ownForm;
  private final FieldsKind fields;

  /**
   * Makes the kind.
   *
   * @param sort which of the three it is
   * @param ownForm says which classes have a form of their own
   * @param fields takes objects whose serial form stands for others
   */
  SerialKind(Sort sort, Predicate<Class<?>> ownForm, FieldsKind fields) {
    this.sort = sort;
    this.ownForm = ownForm;
    this.fields = fields;
  }

  @Override
  public String kind() {
    return sort.kind;
  }

  /** Says whether a form is one of these kinds: its first part is the stream. */
  static boolean isKind(String kind) {
    return Stream.of(Sort.values()).anyMatch(sort -> sort.kind.equals(kind));
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return sort == Sort.SERIAL && SerialRules.fits(type);
  }

  @Override
  public boolean inspects() {
    return sort != Sort.SERIAL;
  }

  @Override
  public boolean resolves() {
    return sort == Sort.RESOLVED;
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
      return written.strange() && Plans.fields(value.getClass()).refusal() == null
          ? fields.form(value, named)
          : new Form(written.sort().kind, Heads.of(value.getClass()), written.parts());
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
    return isKind(form.kind()) ? "part " + part : fields.label(form, part);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    try {
      return SerialReader.read(Heads.part(form, 0, byte[].class), form.parts(), loader);
    } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
      throw new MarshallingException(
          "An object can't be read from its serial form: class=%s: %s. Send what it stands for instead"
              .formatted(Heads.text(form, 0), e.getMessage()),
          e);
    }
  }
}
