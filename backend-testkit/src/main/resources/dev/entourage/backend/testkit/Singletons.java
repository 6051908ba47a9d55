package cases;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.*;

/** The JDK's one-and-only objects arrive as the worker's own, and nobody reads into them. */
class Singletons {
  static class Holder {
    Optional<Object> optional = Optional.empty();
    OptionalInt number = OptionalInt.empty();
    List<Object> list = Collections.emptyList();
    Set<Object> set = Collections.emptySet();
    Map<Object, Object> map = Collections.emptyMap();
    Comparator<String> natural = Comparator.naturalOrder();
    Comparator<String> reverse = Collections.reverseOrder();
    Comparator<String> caseless = String.CASE_INSENSITIVE_ORDER;
    Object charset = StandardCharsets.UTF_8;
    Object offset = ZoneOffset.UTC;
    Boolean yes = Boolean.TRUE;
  }

  static Object[] roots() {
    return new Object[] {new Holder(), Optional.empty(), Collections.emptyList(), Collections.emptyMap(), Comparator.naturalOrder(), ZoneOffset.UTC};
  }

  static String show(Object root) {
    return own(root) + " " + theirs();
  }

  static String own(Object root) {
    if (!(root instanceof Holder)) return "" + (root == Optional.empty()) + (root == Collections.emptyList()) + (root == Collections.emptyMap()) + (root == Comparator.naturalOrder()) + (root == ZoneOffset.UTC);
    Holder h = (Holder) root;
    return "" + (h.optional == Optional.empty()) + (h.number == OptionalInt.empty()) + (h.list == Collections.emptyList()) + (h.set == Collections.emptySet()) + (h.map == Collections.emptyMap()) + (h.natural == Comparator.<String>naturalOrder()) + (h.reverse == Collections.<String>reverseOrder()) + (h.caseless == String.CASE_INSENSITIVE_ORDER) + (h.charset == StandardCharsets.UTF_8) + (h.offset == ZoneOffset.UTC) + (h.yes == Boolean.TRUE);
  }

  static String theirs() {
    return "" + Optional.empty() + OptionalInt.empty() + Collections.emptyList() + Collections.emptySet() + Collections.emptyMap() + Comparator.<String>naturalOrder().compare("a", "b") + Collections.<String>reverseOrder().compare("a", "b") + ZoneOffset.UTC.getTotalSeconds();
  }
}
