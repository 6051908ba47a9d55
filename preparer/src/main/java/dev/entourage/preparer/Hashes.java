package dev.entourage.preparer;

import java.util.UUID;

/** What hash codes depend on. */
final class Hashes {

  private static final ClassValue<Boolean> BY_IDENTITY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return inheritsFromObject(type);
        }
      };

  private Hashes() {}

  /** Says whether a key's hash code is right as soon as the key exists. */
  static boolean isSettled(Object key) {
    return key instanceof String
        || key instanceof Number && key.getClass().getPackageName().startsWith("java.")
        || key instanceof Boolean
        || key instanceof Character
        || key instanceof Enum
        || key instanceof Class
        || key instanceof UUID
        || BY_IDENTITY.get(key.getClass());
  }

  private static boolean inheritsFromObject(Class<?> type) {
    try {
      return type.getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }
}
