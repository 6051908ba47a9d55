package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What containers of beans inject in a bean's place: objects that look the bean up in their
 * container at each call. A worker has no container, so the bean itself is the only part.
 */
final class ClientProxyKind implements FormKind {

  /**
   * The way from a proxy to its bean.
   *
   * @param face the name of an interface that all such proxies have; no library is needed
   * @param methods what to call, each on what the one before it returned
   */
  private record Way(String face, String... methods) {

    /** Returns what a proxy looks up. */
    Object follow(Object proxy, Class<?> from) throws ReflectiveOperationException {
      Object found = proxy;
      Class<?> at = from;
      for (String method : methods) {
        found = at.getMethod(method).invoke(found);
        at = at.getMethod(method).getReturnType();
      }
      return found;
    }
  }

  /** A proxy of Spring's, which may have advice of its own. */
  private static final String ADVISED = "org.springframework.aop.framework.Advised";

  /** A proxy of OpenWebBeans's tells nothing itself, a class beside its interface does. */
  private static final String MARKED = "org.apache.webbeans.proxy.OwbNormalScopeProxy";

  private static final String UNWRAPS = "org.apache.webbeans.proxy.NormalScopeProxyFactory";

  private static final List<Way> WAYS =
      List.of(
          new Way("io.quarkus.arc.ClientProxy", "arc_contextualInstance"),
          new Way("org.jboss.weld.proxy.WeldClientProxy", "getMetadata", "getContextualInstance"),
          new Way(MARKED),
          new Way("org.springframework.aop.scope.ScopedObject", "getTargetObject"),
          new Way(ADVISED, "getTargetSource", "getTarget"));

  private static final ClassValue<Optional<Way>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Optional<Way> computeValue(Class<?> type) {
          return WAYS.stream().filter(way -> face(type, way.face()) != null).findFirst();
        }
      };

  private final FormKind proxies;
  private final FormKind fields;

  /**
   * Makes the kind.
   *
   * @param proxies takes proxies of the JDK that do more than to look up a bean
   * @param fields takes all others that do
   */
  ClientProxyKind(FormKind proxies, FormKind fields) {
    this.proxies = proxies;
    this.fields = fields;
  }

  @Override
  public String kind() {
    return "proxied";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return isProxy(type);
  }

  /** Says whether the objects of a class stand for beans; what these are doesn't matter. */
  static boolean isProxy(Class<?> type) {
    return !ClassNames.isJdk(type) && KNOWN.get(type).isPresent();
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  /** The proxy's own class isn't named: the bean stands in its place. */
  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    Object bean = behind(value);
    if (bean == value) {
      return (Proxy.isProxyClass(value.getClass()) ? proxies : fields).form(value, named);
    }
    return new Form(kind(), Heads.NONE, new Object[] {bean});
  }

  @Override
  public String label(Form form, int part) {
    return "bean";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return Heads.part(form, 0);
  }

  /** Returns a proxy's bean, or the proxy where that does more than to look it up. */
  private static Object behind(Object proxy) {
    Way way = KNOWN.get(proxy.getClass()).orElseThrow();
    Class<?> at = face(proxy.getClass(), way.face());
    try {
      if (way.face().equals(ADVISED)) {
        Object advisors = at.getMethod("getAdvisors").invoke(proxy);
        if (Array.getLength(advisors) > 0) {
          SpringAdvice.requireTravels(proxy, advisors);
          return proxy;
        }
      }
      return way.face().equals(MARKED) ? unwrapped(proxy, at) : way.follow(proxy, at);
    } catch (InvocationTargetException e) {
      throw new RefusedException(
          "the bean that it stands for can't be had here: "
              + e.getCause()
              + "; submit where the bean is active, or send what the task needs of it",
          proxy);
    } catch (ReflectiveOperationException e) {
      throw new RefusedException("the bean that it stands for can't be had: " + e, proxy);
    }
  }

  private static Object unwrapped(Object proxy, Class<?> marker)
      throws ReflectiveOperationException {
    return Class.forName(UNWRAPS, true, marker.getClassLoader())
        .getMethod("unwrapInstance", Object.class)
        .invoke(null, proxy);
  }

  /** Returns the interface of a class that has a name, or null. */
  static Class<?> face(Class<?> type, String name) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Class<?> face : c.getInterfaces()) {
        Class<?> found = face.getName().equals(name) ? face : face(face, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
