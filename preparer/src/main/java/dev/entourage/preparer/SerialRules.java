package dev.entourage.preparer;

import java.io.Externalizable;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.security.Key;
import java.util.Set;

/** Which classes may travel in their serial form, and which could be written but never read. */
final class SerialRules {

  /** Others hold classes that act when they are read, such as those of RMI and naming. */
  private static final Set<String> MODULES =
      Set.of("java.base", "java.sql", "java.logging", "java.desktop", "java.xml");

  /** It refuses to be read, lest hostile bytes run code: here the bytes bring code anyway. */
  private static final String METHOD_CLOSURE = "org.codehaus.groovy.runtime.MethodClosure";

  private SerialRules() {}

  /** Says whether the serial form is the way of a class. */
  static boolean fits(Class<?> type) {
    if (!Serializable.class.isAssignableFrom(type) || type.isHidden() || type.isArray()) {
      return false;
    }
    if (type.getName().equals(METHOD_CLOSURE)) {
      return false;
    }
    return ClassNames.isJdk(type)
        ? isAllowed(type) || SerialAccess.writeReplace(type) != null
        : SerialAccess.customised(type) || extendsJdkState(type);
  }

  /** Says whether objects of a class may be made while bytes are read that may be hostile. */
  static boolean isAllowed(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return !ClassNames.isJdk(element)
        || MODULES.contains(element.getModule().getName())
        || Key.class.isAssignableFrom(element);
  }

  private static boolean extendsJdkState(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (ClassNames.isJdk(c) && Serializable.class.isAssignableFrom(c) && Refusals.hasState(c)) {
        return true;
      }
    }
    return false;
  }

  /** Says why objects of a class couldn't be read, or null. */
  static String unreadable(Class<?> type) {
    if (ClassNames.isJdk(type) || type.isRecord() || SerialAccess.writeReplace(type) != null) {
      return null;
    }
    if (Externalizable.class.isAssignableFrom(type)) {
      return hasConstructor(type, true)
          ? null
          : "an Externalizable class needs a public constructor without arguments";
    }
    Class<?> base = type;
    while (Serializable.class.isAssignableFrom(base)) {
      base = base.getSuperclass();
    }
    return hasConstructor(base, base.getPackage() != type.getPackage())
        ? null
        : "its serialization needs a constructor without arguments in " + base.getName();
  }

  private static boolean hasConstructor(Class<?> type, boolean visible) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      int wanted = Modifier.PUBLIC | Modifier.PROTECTED;
      return visible
          ? (constructor.getModifiers() & wanted) != 0
          : !Modifier.isPrivate(constructor.getModifiers());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
