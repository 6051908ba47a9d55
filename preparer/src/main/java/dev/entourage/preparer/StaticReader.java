package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells which static fields can be read, and of which final ones the value may travel. */
final class StaticReader {

  /** Besides containers and the user's own objects, what a final field may hold. */
  private static final Set<String> HOLDERS =
      Set.of(
          "list",
          "set",
          "hashed",
          "optional",
          "entry",
          "sublist",
          "lambda",
          "proxy",
          "class",
          "type",
          "member",
          "method-type",
          "object",
          "atomic");

  private static final ClassValue<AtomicBoolean> INITIALISED =
      new ClassValue<>() {
        @Override
        protected AtomicBoolean computeValue(Class<?> type) {
          return new AtomicBoolean();
        }
      };

  private final Forms forms;
  private final StaticsOwners owners;

  StaticReader(Forms forms, StaticsOwners owners) {
    this.forms = forms;
    this.owners = owners;
  }

  /** Says why a field isn't read, or nothing when it can be. No class is initialised. */
  Optional<String> closed(Field field) {
    try {
      field.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      return Optional.of("its module doesn't open its package");
    }
    AtomicBoolean initialised = INITIALISED.get(field.getDeclaringClass());
    if (!initialised.get()) {
      initialised.set(ClassState.isInitialized(field));
    }
    return initialised.get()
        ? Optional.empty()
        : Optional.of("its class isn't initialised here either");
  }

  /**
   * Says why the value of a final field stays, or nothing when it travels: it must be one that
   * never changes, or one that a worker can give other contents.
   */
  Optional<String> stays(Field field) {
    if (!Modifier.isFinal(field.getModifiers())) {
      return Optional.empty();
    }
    Object value = FieldAccess.read(field, null);
    return value == null || travels(value)
        ? Optional.empty()
        : Optional.of(
            "it is final, and a "
                + value.getClass().getTypeName()
                + " can't be given the contents of another");
  }

  private boolean travels(Object value) {
    Class<?> type = value.getClass();
    Plan plan = forms.plan(type);
    return switch (plan.shape()) {
      case OBJECT -> owners.has(type);
      case FORM -> isHolder(type, forms.kind(plan.kind()));
      // Those that can't travel say so themselves.
      default -> true;
    };
  }

  private boolean isHolder(Class<?> type, FormKind kind) {
    return HOLDERS.contains(kind.kind())
        || OwnObjects.takesContents(type)
        || kind.shelled() && owners.has(type)
        || SerialKind.isKind(kind.kind()) && isView(type);
  }

  /** What {@code Collections} and {@code Arrays} make around others. */
  private static boolean isView(Class<?> type) {
    return type.getName().startsWith("java.util.Collections$")
        || type.getName().equals("java.util.Arrays$ArrayList");
  }
}
