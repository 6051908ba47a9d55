package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;

/** Makes objects of one class without running a constructor of it. */
final class Blank {

  private static final ClassValue<Blank> BLANKS =
      new ClassValue<>() {
        @Override
        protected Blank computeValue(Class<?> type) {
          return new Blank(type, ALLOCATE != null);
        }
      };

  /** Null where the JDK hides it; faster than a constructor, and nothing is made for it. */
  private static final MethodHandle ALLOCATE =
      FieldReader.find("allocateInstance", Object.class, Class.class);

  private final Class<?> type;

  private final boolean possible;

  /** Null where it isn't needed, and for a class of which no object can be made. */
  private final Constructor<?> constructor;

  private final boolean groovy;

  private Blank(Class<?> type, boolean allocates) {
    this.type = type;
    possible = !type.isArray() && !type.isRecord() && !Modifier.isAbstract(type.getModifiers());
    constructor =
        possible && !allocates
            ? SerialAccess.constructor(type, Object.class.getDeclaredConstructors()[0])
            : null;
    groovy = GroovyObjects.areOf(type);
  }

  static Blank of(Class<?> type) {
    return BLANKS.get(type);
  }

  /** As where the JDK hides its way. */
  static Blank constructing(Class<?> type) {
    return new Blank(type, false);
  }

  Object make() {
    if (!possible) {
      throw failed(type, null);
    }
    try {
      Object made = constructor == null ? allocate(type) : constructor.newInstance();
      if (groovy) {
        GroovyObjects.complete(made);
      }
      return made;
    } catch (ReflectiveOperationException | LinkageError e) {
      throw failed(type, e);
    }
  }

  /** Says whether {@link #allocate} is all that is to be done. */
  boolean isPlain() {
    return possible && constructor == null && !groovy;
  }

  static Object allocate(Class<?> type) {
    try {
      return (Object) ALLOCATE.invokeExact(type);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      throw failed(type, e);
    }
  }

  private static MarshallingException failed(Class<?> type, Throwable cause) {
    return new MarshallingException("No object can be made of " + type.getName(), cause);
  }
}
