package cases;

import dev.entourage.RemoteFunction;
import java.io.Serializable;
import java.lang.reflect.*;
import java.util.*;
import java.util.function.*;

/** Each member class is a case of its own: what it makes, and all that is to be kept of it. */
class FunctionFeatures {
  static String apply(Object function) {
    try {
      @SuppressWarnings("unchecked")
      RemoteFunction<Object, Object> typed = (RemoteFunction<Object, Object>) function;
      return "" + typed.apply("in");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static class SerializableLambda {
    static Object make() {
      String captured = "captured ";
      RemoteFunction<Object, Object> made = x -> captured + x;
      return made;
    }
    static String show(Object root) { return apply(root); }
  }

  static class SerializableMethodReference {
    static Object make() {
      RemoteFunction<String, String> made = "bound "::concat;
      return made;
    }
    static String show(Object root) { return apply(root); }
  }

  static class PlainLambda {
    static Object make() {
      int captured = 7;
      Function<Integer, Integer> plain = x -> x * captured;
      return plain.andThen(x -> x + 1);
    }
    @SuppressWarnings("unchecked")
    static String show(Object root) { return "" + ((Function<Integer, Integer>) root).apply(6); }
  }

  static class LambdaOfThis {
    int field = 9;
    Supplier<Integer> supplier = () -> field;
    static Object make() { return new LambdaOfThis(); }
    static String show(Object root) {
      LambdaOfThis made = (LambdaOfThis) root;
      made.field++;
      String text = "" + made.supplier.get();
      made.field--;
      return text;
    }
  }

  static class SortedByALambda {
    static Object make() {
      Map<String, Integer> made = new TreeMap<>((Comparator<String> & Serializable) (a, b) -> b.compareTo(a));
      made.put("a", 1);
      made.put("b", 2);
      return made;
    }
    @SuppressWarnings("unchecked")
    static String show(Object root) {
      TreeMap<String, Integer> copy = new TreeMap<>((SortedMap<String, Integer>) root);
      copy.put("aa", 3);
      return root + "" + copy;
    }
  }

  static class ProxyOfALambda {
    interface Greeter { String greet(String who); }
    static Object make() {
      String hello = "hello ";
      InvocationHandler handler = (proxy, method, arguments) -> hello + method.getName() + arguments[0];
      return Proxy.newProxyInstance(Greeter.class.getClassLoader(), new Class<?>[] {Greeter.class}, handler);
    }
    static String show(Object root) { return ((Greeter) root).greet("you"); }
  }
}
