package cases;

import dev.entourage.*;
import java.util.*;

class CapturingLambdas {
  private final int field = 9;
  private int called;

  RemoteCallable<Integer> ofThis(int parameter) {
    return () -> field + parameter + ++called - called--;
  }

  static RemoteFunction<Integer, RemoteCallable<Integer>> nested(int a) {
    return b -> () -> a * b;
  }

  static Object[] roots() {
    List<Object> three = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      int n = i;
      three.add((RemoteCallable<Integer>) () -> n);
    }
    int local = 5;
    String text = "text";
    long wide = 1L << 40;
    RemoteCallable<String> many = () -> local + text + wide + three.size();
    return new Object[] {three, new CapturingLambdas().ofThis(4), nested(6), many};
  }

  static String show(Object root) {
    try {
      if (root instanceof List<?> list) {
        String text = "";
        for (Object each : list) text += ((RemoteCallable<?>) each).call() + " ";
        return text + (list.get(0).getClass() == list.get(1).getClass());
      }
      if (root instanceof RemoteFunction<?, ?>) {
        @SuppressWarnings("unchecked")
        RemoteFunction<Integer, RemoteCallable<Integer>> function = (RemoteFunction<Integer, RemoteCallable<Integer>>) root;
        return "" + function.apply(7).call();
      }
      return "" + ((RemoteCallable<?>) root).call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
