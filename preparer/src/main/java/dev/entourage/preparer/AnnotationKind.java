package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.RefusedException;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Annotations as reflection gives them: proxies whose handler the JDK made. */
final class AnnotationKind implements FormKind {

  @Override
  public String kind() {
    return "annotation";
  }

  /** Only {@link ProxyKind} can tell: others may implement annotations, too. */
  @Override
  public boolean takes(Class<?> type) {
    return false;
  }

  static boolean isAnnotation(Object proxy) {
    return proxy instanceof Annotation
        && ClassNames.isJdk(Proxy.getInvocationHandler(proxy).getClass())
        && !Lambdas.isLambda(Proxy.getInvocationHandler(proxy).getClass());
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    if (!TrustedLookup.isAvailable()) {
      throw new RefusedException(
          "this Java lets nobody make annotations; capture what it says, or start Java with "
              + TrustedLookup.flag(),
          value);
    }
    Class<?> type = ((Annotation) value).annotationType();
    named.accept(type);
    Map<?, ?> values = values(value);
    if (!fits(type, values)) {
      throw new RefusedException("one of its values can't be had: " + value, value);
    }
    List<String> head = new ArrayList<>(List.of(type.getName()));
    values.keySet().forEach(name -> head.add((String) name));
    return new Form(kind(), head.toArray(String[]::new), values.values().toArray());
  }

  /** In the order in which the annotation prints them, which each JVM chooses. */
  private static Map<?, ?> values(Object annotation) {
    Object handler = Proxy.getInvocationHandler(annotation);
    Class<?> type = handler.getClass();
    try {
      return (Map<?, ?>)
          TrustedLookup.in(type).findGetter(type, "memberValues", Map.class).invoke(handler);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      throw new RefusedException("its values can't be had: " + e, annotation);
    }
  }

  private static boolean fits(Class<?> type, Map<?, ?> values) {
    for (Method method : type.getDeclaredMethods()) {
      Class<?> wanted = MethodType.methodType(method.getReturnType()).wrap().returnType();
      if (!Modifier.isStatic(method.getModifiers())
          && !wanted.isInstance(values.get(method.getName()))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String label(Form form, int part) {
    return form.head()[part + 1] + "()";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Class<?> type = ClassNames.find(Heads.text(form, 0), loader);
    if (!type.isAnnotation() || form.parts().length != form.head().length - 1) {
      throw Heads.damaged(kind());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < form.parts().length; i++) {
      values.put(Heads.text(form, i + 1), form.parts()[i]);
    }
    if (!fits(type, values)) {
      throw Heads.damaged(kind());
    }
    return made(type, values);
  }

  /** Only the JDK makes annotations that are equal to its own, and printed like them. */
  private static Object made(Class<?> type, Map<String, Object> values) {
    try {
      Class<?> parser = Class.forName("sun.reflect.annotation.AnnotationParser");
      return TrustedLookup.in(parser)
          .findStatic(
              parser,
              "annotationForMap",
              MethodType.methodType(Annotation.class, Class.class, Map.class))
          .invoke(type, values);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      throw new MarshallingException("An annotation can't be made: type=" + type.getName(), e);
    }
  }
}
