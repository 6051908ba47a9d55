package cases;

import java.io.Serializable;
import java.lang.reflect.*;

class Proxies {
  interface Greeter {
    String greet(String who);
  }

  interface Handler extends InvocationHandler, Serializable {}

  static Object[] roots() {
    String hello = "hello ";
    Handler handler = (proxy, method, arguments) -> hello + method.getName() + arguments[0];
    return new Object[] {Proxy.newProxyInstance(Proxies.class.getClassLoader(), new Class<?>[] {Greeter.class, Runnable.class}, handler)};
  }

  static String show(Object root) {
    return ((Greeter) root).greet("you") + (root instanceof Runnable);
  }
}
