package cases;

import dev.entourage.RemoteCallable;
import java.util.*;

class LambdasInCycles {
  RemoteCallable<LambdasInCycles> me = () -> this;
  RemoteCallable<LambdasInCycles> same = me;
  List<RemoteCallable<LambdasInCycles>> all = new ArrayList<>(List.of(me, () -> this, me));
  Map<String, RemoteCallable<LambdasInCycles>> map = new HashMap<>(Map.of("me", me));

  static Object[] roots() {
    LambdasInCycles object = new LambdasInCycles();
    return new Object[] {object, object.all, object.map, new Object[] {object.all, object}};
  }

  static String show(Object root) {
    try {
      if (root instanceof List<?> list) return "list " + show(((RemoteCallable<?>) list.get(0)).call());
      if (root instanceof Map<?, ?> map) return "map " + show(((RemoteCallable<?>) map.get("me")).call());
      if (root instanceof Object[] array) return "array " + (((LambdasInCycles) array[1]).all == array[0]) + show(array[1]);
      LambdasInCycles object = (LambdasInCycles) root;
      return (object.me.call() == object) + "" + (object.me == object.same) + (object.all.get(0) == object.me) + (object.all.get(2) == object.me) + (object.all.get(1).call() == object) + (object.map.get("me") == object.me);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
