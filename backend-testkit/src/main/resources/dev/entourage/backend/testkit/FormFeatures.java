package cases;

import dev.entourage.RemoteCallable;
import java.io.*;
import java.lang.reflect.*;
import java.util.*;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Cycles and aliases through what libraries disagree on; each member class is a case of its own. */
class FormFeatures {
  static Object call(Object function) {
    try {
      return function instanceof Supplier<?> plain ? plain.get() : ((RemoteCallable<?>) function).call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static class Holder {
    Object first;
    Object second;
    String name = "holder";
  }

  record Held(String name, Object other) {}

  static class SharedLambda {
    static Object make() {
      RemoteCallable<String> lambda = () -> "called";
      return new Object[] {lambda, new ArrayList<>(List.of(lambda)), lambda};
    }
    static String show(Object root) {
      Object[] all = (Object[]) root;
      return call(all[0]) + "" + (all[0] == all[2]) + (((List<?>) all[1]).get(0) == all[0]);
    }
  }

  static class LambdaInItsHolder {
    static Object make() {
      Holder holder = new Holder();
      holder.first = (Supplier<Object>) () -> holder;
      return holder;
    }
    static String show(Object root) { return "" + (call(((Holder) root).first) == root); }
  }

  static class HolderInItsLambda {
    static Object make() { return ((Holder) LambdaInItsHolder.make()).first; }
    static String show(Object root) { return "" + (((Holder) call(root)).first == root); }
  }

  static class TwoHoldersOfALambda {
    static Object make() {
      Holder one = new Holder();
      Holder two = new Holder();
      RemoteCallable<Object> lambda = () -> new Object[] {one, two};
      one.first = lambda;
      two.first = lambda;
      one.second = two;
      return one;
    }
    static String show(Object root) {
      Holder one = (Holder) root;
      Object[] both = (Object[]) call(one.first);
      return (both[0] == one) + "" + (both[1] == one.second) + (((Holder) one.second).first == one.first);
    }
  }

  static class SharedRecord {
    static Object make() {
      Held record = new Held("r", "o");
      return new Object[] {record, new Held("s", record), record};
    }
    static String show(Object root) {
      Object[] all = (Object[]) root;
      return all[0] + "" + (all[0] == all[2]) + (((Held) all[1]).other() == all[0]);
    }
  }

  static class ListThenRecord {
    static Object make() {
      List<Object> list = new ArrayList<>();
      list.add(new Held("r", list));
      return list;
    }
    static String show(Object root) { return "" + (((Held) ((List<?>) root).get(0)).other() == root); }
  }

  static class RecordThenList {
    static Object make() { return ((List<?>) ListThenRecord.make()).get(0); }
    static String show(Object root) { return "" + (((List<?>) ((Held) root).other()).get(0) == root); }
  }

  static class RecordThroughAMap {
    static Object make() {
      Map<Object, Object> map = new HashMap<>();
      Held record = new Held("r", map);
      map.put("record", record);
      return record;
    }
    static String show(Object root) { return "" + (((Map<?, ?>) ((Held) root).other()).get("record") == root); }
  }

  static class LambdaThroughASet {
    static Object make() {
      Set<Object> set = new HashSet<>();
      Supplier<Object> lambda = () -> set;
      set.add(lambda);
      return set;
    }
    static String show(Object root) {
      Object lambda = ((Set<?>) root).iterator().next();
      return (call(lambda) == root) + "" + ((Set<?>) root).contains(lambda);
    }
  }

  static class RecordThroughAnArray {
    static Object make() {
      Object[] array = new Object[2];
      array[0] = new Held("r", array);
      array[1] = array[0];
      return array;
    }
    static String show(Object root) {
      Object[] array = (Object[]) root;
      return (((Held) array[0]).other() == array) + "" + (array[0] == array[1]);
    }
  }

  static class ListOfInACycle {
    static Object make() {
      Holder holder = new Holder();
      holder.first = List.of(holder, 1);
      return holder;
    }
    static String show(Object root) { return "" + (((List<?>) ((Holder) root).first).get(0) == root) + ((Holder) root).first.getClass().getName(); }
  }

  static class SetAndMapOfInACycle {
    static Object make() {
      Holder holder = new Holder();
      holder.first = Set.of("a", 1);
      holder.second = Map.of("h", holder);
      return holder;
    }
    static String show(Object root) {
      Holder holder = (Holder) root;
      return ((Set<?>) holder.first).contains("a") + "" + (((Map<?, ?>) holder.second).get("h") == holder);
    }
  }

  static class OptionalInACycle {
    static Object make() {
      Holder holder = new Holder();
      holder.first = Optional.of(holder);
      holder.second = Optional.empty();
      return holder;
    }
    static String show(Object root) {
      Holder holder = (Holder) root;
      return (((Optional<?>) holder.first).get() == holder) + "" + (holder.second == Optional.empty());
    }
  }

  static class ClassesAsValues {
    static Object make() { return new ArrayList<>(List.of(Holder.class, Held[].class, int.class, String.class)); }
    static String show(Object root) { return root + "" + (((List<?>) root).get(0) == Holder.class); }
  }

  static class ProxyInACycle {
    interface Teller { Object tell(); }
    static Object make() {
      Holder holder = new Holder();
      InvocationHandler handler = (proxy, method, arguments) -> holder;
      holder.first = Proxy.newProxyInstance(Teller.class.getClassLoader(), new Class<?>[] {Teller.class}, handler);
      return holder;
    }
    static String show(Object root) { return "" + (((Teller) ((Holder) root).first).tell() == root); }
  }

  static class RecordsTenThousandDeep {
    static Object make() {
      Object inner = null;
      for (int i = 0; i < 10_000; i++) inner = new Held("n" + i, inner);
      return inner;
    }
    static String show(Object root) {
      int depth = 0;
      for (Held held = (Held) root; held != null; held = (Held) held.other()) depth++;
      return "" + depth;
    }
  }

  static class ThrowableInACycle extends RuntimeException {
    Object context;
    ThrowableInACycle() { super("message", new IOException("cause")); }
    static Object make() {
      ThrowableInACycle made = new ThrowableInACycle();
      Holder holder = new Holder();
      holder.first = made;
      made.context = holder;
      made.addSuppressed(new IllegalStateException("suppressed"));
      return made;
    }
    static String show(Object root) {
      ThrowableInACycle made = (ThrowableInACycle) root;
      return made + "" + made.getCause() + Arrays.toString(made.getSuppressed()) + (((Holder) made.context).first == made) + Arrays.toString(made.getStackTrace());
    }
  }

  static class ComparatorInACycle {
    static Object make() {
      Holder holder = new Holder();
      TreeMap<String, Object> map = new TreeMap<>((a, b) -> holder.name.isEmpty() ? 0 : b.compareTo(a));
      map.put("a", 1);
      map.put("b", 2);
      holder.first = map;
      return map;
    }
    @SuppressWarnings("unchecked")
    static String show(Object root) {
      TreeMap<String, Object> copy = new TreeMap<>((SortedMap<String, Object>) root);
      copy.put("aa", 3);
      return root + "" + copy;
    }
  }

  static class ConstructorThatChecksASharedList {
    record Checked(List<String> words) {
      Checked {
        if (words.isEmpty()) throw new IllegalArgumentException("no words");
      }
    }
    static Object make() {
      List<String> words = new ArrayList<>(List.of("w"));
      return new Object[] {new Checked(words), words, new Checked(words)};
    }
    static String show(Object root) {
      Object[] all = (Object[]) root;
      return all[0] + "" + (((Checked) all[0]).words() == all[1]) + (((Checked) all[2]).words() == all[1]);
    }
  }

  static class KeysHashedByContent {
    record Key(List<Object> parts) {}
    static Object make() {
      Map<Object, Object> map = new HashMap<>();
      Key key = new Key(new ArrayList<>(List.of("a", new Held("h", 1))));
      map.put(key, "value");
      map.put(new ArrayList<>(List.of(key)), "listed");
      return new Object[] {key, map};
    }
    static String show(Object root) {
      Object[] all = (Object[]) root;
      Map<?, ?> map = (Map<?, ?>) all[1];
      return map.get(all[0]) + "" + map.get(List.of(all[0])) + map.size();
    }
  }

  static class LambdaThenListThenRecordOfLambda {
    static Object make() {
      List<Object> list = new ArrayList<>();
      RemoteCallable<Object> lambda = () -> list;
      list.add(new Held("r", lambda));
      return lambda;
    }
    static String show(Object root) { return "" + (((Held) ((List<?>) call(root)).get(0)).other() == root); }
  }

  static class ListSubclassInACycle extends ArrayList<Object> {
    Object own;
    static Object make() {
      ListSubclassInACycle made = new ListSubclassInACycle();
      made.own = made;
      made.add("e");
      made.add(made);
      return made;
    }
    static String show(Object root) {
      ListSubclassInACycle made = (ListSubclassInACycle) root;
      return made.size() + "" + (made.own == made) + made.get(0) + (made.get(1) == made);
    }
  }

  static class WriteObjectInACycle implements Serializable {
    transient Object hidden;
    transient Object other;
    private void writeObject(ObjectOutputStream out) throws IOException {
      out.defaultWriteObject();
      out.writeObject(hidden);
      out.writeObject(other);
    }
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      hidden = in.readObject();
      other = in.readObject();
    }
    static Object make() {
      WriteObjectInACycle made = new WriteObjectInACycle();
      made.hidden = new ArrayList<>(List.of(made));
      made.other = made.hidden;
      return made;
    }
    static String show(Object root) {
      WriteObjectInACycle made = (WriteObjectInACycle) root;
      return (made.hidden == made.other) + "" + (((List<?>) made.hidden).get(0) == made);
    }
  }

  static class AtomicReferenceInACycle {
    static Object make() {
      AtomicReference<Object> made = new AtomicReference<>();
      made.set((Supplier<Object>) () -> made);
      return made;
    }
    static String show(Object root) { return "" + (call(((AtomicReference<?>) root).get()) == root); }
  }
}
