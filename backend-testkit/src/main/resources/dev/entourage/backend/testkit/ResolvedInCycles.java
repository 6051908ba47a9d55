package cases;

import java.io.*;
import java.util.*;

/** Objects that resolve themselves and refer back to who refers to them, as Jackson's do. */
class ResolvedInCycles {
  static class Factory implements Serializable {
    final String name;
    final Mapper codec;
    transient String symbols = "made";

    Factory(String name, Mapper codec) {
      this.name = name;
      this.codec = codec;
    }

    private Object readResolve() {
      return new Factory(name, codec);
    }
  }

  static class Mapper implements Serializable {
    String text = "text";
    Factory factory = new Factory("f", this);
    Object[] all = {this, factory, new ArrayList<>(List.of("more", this))};
    Map<String, Object> config = new HashMap<>(Map.of("a", 1));
  }

  static class Writer {
    Factory factory;
    Mapper mapper;
    Factory again;
  }

  static Object[] roots() {
    Writer writer = new Writer();
    writer.mapper = new Mapper();
    writer.factory = writer.again = writer.mapper.factory;
    return new Object[] {new Mapper(), new Mapper().factory, writer, new ArrayList<>(List.of(writer.factory, writer)), new Mapper().all};
  }

  static String show(Object root) {
    if (root instanceof Mapper m) {
      return m.text + m.config + m.factory.name + m.factory.symbols + (m.factory.codec == m) + (m.all[0] == m) + (m.all[1] == m.factory)
          + (((List<?>) m.all[2]).get(1) == m);
    }
    if (root instanceof Factory f) return show(f.codec) + (f.codec.factory == f);
    if (root instanceof Writer w) return show(w.factory) + (w.again == w.factory) + (w.mapper.factory == w.factory);
    if (root instanceof List<?> l) return show(l.get(0)) + show(l.get(1)) + (((Writer) l.get(1)).factory == l.get(0));
    return show(((Object[]) root)[0]) + (((Mapper) ((Object[]) root)[0]).all == root);
  }
}
