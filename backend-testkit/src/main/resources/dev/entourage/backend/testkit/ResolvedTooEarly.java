package cases;

import java.io.*;
import java.util.*;

/** What would resolve themselves while what they may look into is empty, or hashed too early. */
class ResolvedTooEarly {
  static class Resolved implements Serializable {
    Object part;

    private Object readResolve() {
      return this;
    }
  }

  static class Plain {
    Object part;
  }

  static class Valued extends Plain {
    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return other == this;
    }
  }

  static Object[] roots() {
    Resolved inList = new Resolved();
    List<Object> list = new ArrayList<>(List.of(inList));
    inList.part = list;
    Resolved ofMap = new Resolved();
    Plain around = new Plain();
    around.part = ofMap;
    ofMap.part = new HashMap<>(Map.of("a", around));
    Resolved ofValue = new Resolved();
    Valued value = new Valued();
    value.part = ofValue;
    ofValue.part = value;
    return new Object[] {list, inList, around, value};
  }

  static String show(Object root) {
    return "refused";
  }
}
