package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.Consumer;

/** Proxies: their interfaces and their handler. */
final class ProxyKind implements FormKind {

  private final AnnotationKind annotations;

  /** Makes the kind, which hands annotations on. */
  ProxyKind(AnnotationKind annotations) {
    this.annotations = annotations;
  }

  @Override
  public String kind() {
    return "proxy";
  }

  @Override
  public boolean takes(Class<?> type) {
    return Proxy.isProxyClass(type);
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    if (AnnotationKind.isAnnotation(value)) {
      return annotations.form(value, named);
    }
    Class<?>[] faces = value.getClass().getInterfaces();
    Arrays.stream(faces).forEach(named);
    return new Form(
        kind(),
        Arrays.stream(faces).map(Class::getName).toArray(String[]::new),
        new Object[] {Proxy.getInvocationHandler(value)});
  }

  @Override
  public String label(Form form, int part) {
    return "handler";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Class<?>[] faces =
        Arrays.stream(form.head())
            .map(name -> ClassNames.find(name, loader))
            .toArray(Class<?>[]::new);
    try {
      return Proxy.newProxyInstance(
          loader(faces, loader), faces, Heads.part(form, 0, InvocationHandler.class));
    } catch (IllegalArgumentException e) {
      throw new MarshallingException("A proxy can't be made: " + e.getMessage(), e);
    }
  }

  /** A proxy of an interface that isn't public must live beside it. */
  private static ClassLoader loader(Class<?>[] faces, ClassLoader otherwise) {
    return Arrays.stream(faces)
        .filter(face -> !Modifier.isPublic(face.getModifiers()))
        .map(Class::getClassLoader)
        .findFirst()
        .orElse(otherwise);
  }
}
