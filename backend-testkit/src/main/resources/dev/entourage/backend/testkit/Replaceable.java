package cases;

import java.util.*;

class Replaceable {
  static class Bar {
    final Thread painter = Thread.currentThread();

    @Override
    public String toString() {
      return "bar";
    }
  }

  static class Client {
    @Override
    public String toString() {
      return "client";
    }
  }

  static class Holder {
    Object bar;
    Object client;
    List<Object> all;
    Holder self = this;
  }

  static Object[] roots() {
    Holder holder = new Holder();
    holder.bar = new Bar();
    holder.client = new Client();
    holder.all = new ArrayList<>(Arrays.asList(holder.bar, holder.client, holder.bar, holder));
    return new Object[] {holder};
  }

  static String show(Object root) {
    Holder holder = (Holder) root;
    boolean same = holder.all.get(0) == holder.bar && holder.all.get(1) == holder.client && holder.all.get(2) == holder.bar;
    return holder.bar + " " + holder.client + (same ? " same " : " other ") + (holder.all.get(3) == holder) + (holder.self == holder);
  }
}
