package dev.entourage.preparer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Optional;

/**
 * A lookup that may see into every class. Plain lambdas keep what they call and what they captured
 * in a hidden class, and only such a lookup finds it there.
 *
 * <p>Two ways lead to one: the user opened {@code java.lang.invoke}, or {@code ReflectionFactory}
 * makes its constructor accessible. The second needs no flag and prints nothing, on 17 and on 25;
 * {@code Unsafe} would print a warning on 25.
 */
final class TrustedLookup {

  /** What {@code Lookup} itself calls TRUSTED. */
  private static final int ALL_MODES = -1;

  private static final Lookup LOOKUP = opened().or(TrustedLookup::constructed).orElse(null);

  private TrustedLookup() {}

  /** Says whether plain lambdas can travel from this JVM; if not, {@link #flag} is needed. */
  static boolean isAvailable() {
    return LOOKUP != null;
  }

  /** Returns the option of {@code java} that helps where there is no other way. */
  static String flag() {
    Module module = TrustedLookup.class.getModule();
    return "--add-opens java.base/java.lang.invoke="
        + (module.isNamed() ? module.getName() : "ALL-UNNAMED");
  }

  /** Returns a lookup with full access to a class; only to be asked for when there is one. */
  static Lookup in(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, LOOKUP);
  }

  private static Optional<Lookup> opened() {
    try {
      Field field = Lookup.class.getDeclaredField("IMPL_LOOKUP");
      return field.trySetAccessible() ? Optional.of((Lookup) field.get(null)) : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Lookup> constructed() {
    try {
      Constructor<?> made =
          Lookup.class.getDeclaredConstructor(Class.class, Class.class, int.class);
      Constructor<?> accessible = SerialAccess.constructor(Lookup.class, made);
      return Optional.of((Lookup) accessible.newInstance(Object.class, null, ALL_MODES))
          .filter(TrustedLookup::seesAll);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The constructor belongs to the JDK and may change its meaning: so try it. */
  private static boolean seesAll(Lookup lookup) {
    try {
      return MethodHandles.privateLookupIn(Class.class, lookup).hasFullPrivilegeAccess();
    } catch (IllegalAccessException e) {
      return false;
    }
  }
}
