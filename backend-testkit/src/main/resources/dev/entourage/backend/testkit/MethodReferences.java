package cases;

import dev.entourage.*;

class MethodReferences {
  static class Base {
    String hello() {
      return "base";
    }
  }

  static class Sub extends Base {
    final String name;

    Sub(String name) {
      this.name = name;
    }

    @Override
    String hello() {
      return "sub";
    }

    RemoteCallable<String> ofSuper() {
      return super::hello;
    }

    private String secret() {
      return "secret of " + name;
    }

    RemoteCallable<String> ofPrivate() {
      return this::secret;
    }
  }

  static int twice(int value) {
    return 2 * value;
  }

  static Object[] roots() {
    Sub sub = new Sub("Ann");
    RemoteFunction<Integer, Integer> ofStatic = MethodReferences::twice;
    RemoteFunction<Sub, String> unbound = Sub::hello;
    RemoteCallable<String> bound = sub::hello;
    RemoteFunction<String, Sub> constructor = Sub::new;
    RemoteFunction<Integer, int[]> array = int[]::new;
    return new Object[] {ofStatic, unbound, bound, constructor, array, sub.ofSuper(), sub.ofPrivate()};
  }

  @SuppressWarnings("unchecked")
  static String show(Object root) {
    try {
      if (root instanceof RemoteCallable<?> callable) return "" + callable.call();
      RemoteFunction<Object, Object> function = (RemoteFunction<Object, Object>) root;
      for (Object argument : new Object[] {21, new Sub("Bob"), "Cid"}) {
        try {
          Object result = function.apply(argument);
          return result instanceof Sub sub ? "new " + sub.name : result instanceof int[] ints ? "ints " + ints.length : "" + result;
        } catch (ClassCastException e) {
          // Another of the arguments fits.
        }
      }
      return "nothing fits";
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
