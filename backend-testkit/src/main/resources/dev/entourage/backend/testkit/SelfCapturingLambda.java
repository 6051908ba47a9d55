package cases;

import dev.entourage.RemoteCallable;
import java.util.*;

class SelfCapturingLambda {
  static Object[] roots() {
    List<Object> box = new ArrayList<>();
    RemoteCallable<Object> self = () -> box.get(0);
    box.add(self);
    return new Object[] {self};
  }

  static String show(Object root) {
    try {
      return "" + (((RemoteCallable<?>) root).call() == root);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
