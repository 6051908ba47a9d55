package dev.entourage.preparer;

import dev.entourage.MarshallingException;

/** Makes heads that are kept, and reads forms that may be damaged. */
final class Heads {

  /** Of kinds that need no texts. */
  static final String[] NONE = {};

  private static final ClassValue<String[]> OF_CLASSES =
      new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
          return new String[] {type.getName()};
        }
      };

  private Heads() {}

  /** Returns the head that is no more than a class, the same each time. */
  static String[] of(Class<?> type) {
    return OF_CLASSES.get(type);
  }

  /** Returns a text of a head. */
  static String text(Form form, int index) {
    return text(form.kind(), form.head(), index);
  }

  static String text(String kind, String[] head, int index) {
    if (head == null || index >= head.length || head[index] == null) {
      throw damaged(kind);
    }
    return head[index];
  }

  /** Returns a part, which may be null. */
  static Object part(Form form, int index) {
    if (form.parts() == null || index >= form.parts().length) {
      throw damaged(form.kind());
    }
    return form.parts()[index];
  }

  /** Returns a part of a type. */
  static <T> T part(Form form, int index, Class<T> type) {
    Object part = part(form, index);
    if (!type.isInstance(part)) {
      throw damaged(form.kind());
    }
    return type.cast(part);
  }

  static MarshallingException damaged(String kind) {
    return new MarshallingException("The bytes are damaged: a form doesn't fit its kind=" + kind);
  }
}
