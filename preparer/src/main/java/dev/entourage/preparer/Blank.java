package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;

/** Makes objects of one class without running a constructor of it. */
final class Blank {

  private static final ClassValue<Blank> BLANKS =
      new ClassValue<>() {
        @Override
        protected Blank computeValue(Class<?> type) {
          return new Blank(type);
        }
      };

  private final Class<?> type;

  /** Null for a class of which no object can be made. */
  private final Constructor<?> constructor;

  private final boolean groovy;

  private Blank(Class<?> type) {
    boolean possible =
        !type.isArray() && !type.isRecord() && !Modifier.isAbstract(type.getModifiers());
    this.type = type;
    this.constructor =
        possible ? SerialAccess.constructor(type, Object.class.getDeclaredConstructors()[0]) : null;
    this.groovy = GroovyObjects.areOf(type);
  }

  static Blank of(Class<?> type) {
    return BLANKS.get(type);
  }

  Object make() {
    if (constructor == null) {
      throw failed(null);
    }
    try {
      Object made = constructor.newInstance();
      if (groovy) {
        GroovyObjects.complete(made);
      }
      return made;
    } catch (ReflectiveOperationException | LinkageError e) {
      throw failed(e);
    }
  }

  private MarshallingException failed(Throwable cause) {
    return new MarshallingException("No object can be made of " + type.getName(), cause);
  }
}
