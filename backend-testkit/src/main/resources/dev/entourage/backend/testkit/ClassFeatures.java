package cases;

import java.io.*;
import java.util.*;

/** Each member class is a case of its own: what it makes, and all that is to be kept of it. */
class ClassFeatures {
  static class UnmarkedClass {
    String text = "text";
    static Object make() { return new UnmarkedClass(); }
    static String show(Object root) { return ((UnmarkedClass) root).text; }
  }

  static class SerializableClass implements Serializable {
    int number = 4;
    static Object make() { return new SerializableClass(); }
    static String show(Object root) { return "" + ((SerializableClass) root).number; }
  }

  static class FinalFields {
    final int number;
    final String text;
    final List<String> list = new ArrayList<>();
    FinalFields(int number) {
      this.number = number;
      this.text = "t" + number;
      list.add(text);
    }
    static Object make() { return new FinalFields(5); }
    static String show(Object root) { return ((FinalFields) root).number + ((FinalFields) root).text + (((FinalFields) root).list.get(0) == ((FinalFields) root).text); }
  }

  static class NoDefaultConstructor {
    private final String text;
    NoDefaultConstructor(String text) { this.text = Objects.requireNonNull(text); }
    static Object make() { return new NoDefaultConstructor("given"); }
    static String show(Object root) { return ((NoDefaultConstructor) root).text; }
  }

  static class InnerClass {
    int base = 40;
    class Inner {
      int more = 2;
      int sum() { return base + more; }
      InnerClass outer() { return InnerClass.this; }
    }
    Inner held;
    static Object make() {
      InnerClass outer = new InnerClass();
      outer.held = outer.new Inner();
      return outer.held;
    }
    static String show(Object root) { return ((Inner) root).sum() + "" + (((Inner) root).outer().held == root); }
  }

  static class AnonymousClass {
    interface Named { String name(); }
    int base = 3;
    Named named(String captured) {
      return new Named() {
        @Override public String name() { return captured + base; }
      };
    }
    static Object make() { return new AnonymousClass().named("captured"); }
    static String show(Object root) { return ((Named) root).name(); }
  }

  static class LocalClass {
    static Object make() {
      int captured = 6;
      class Local {
        int doubled = 2 * captured;
        @Override public String toString() { return doubled + " of " + captured; }
      }
      return new Local();
    }
    static String show(Object root) { return root.toString(); }
  }

  static class EnumConstant {
    enum Sort { A, B }
    static Object make() { return new Object[] {Sort.B, Thread.State.NEW, Sort.B}; }
    static String show(Object root) { return (((Object[]) root)[0] == Sort.B) + "" + (((Object[]) root)[1] == Thread.State.NEW) + ((Object[]) root)[2]; }
  }

  static class EnumWithBody {
    enum Op {
      ADD { @Override int apply(int x) { return x + 1; } },
      NEGATE { @Override int apply(int x) { return -x; } };
      abstract int apply(int x);
    }
    static Object make() { return Op.NEGATE; }
    static String show(Object root) { return (root == Op.NEGATE) + "" + ((Op) root).apply(5); }
  }

  static class PlainRecord {
    record Point(int x, String y, long[] z) {}
    static Object make() { return new Point(1, "y", new long[] {2, 3}); }
    static String show(Object root) { return ((Point) root).x() + ((Point) root).y() + Arrays.toString(((Point) root).z()); }
  }

  static class CheckingRecord {
    record Document(String id, List<String> words) {
      Document {
        if (id.isBlank()) throw new IllegalArgumentException("id");
        words = List.copyOf(words);
      }
    }
    static Object make() { return new ArrayList<>(List.of(new Document("d", List.of("w")), new Document("e", List.of()))); }
    static String show(Object root) { return root.toString(); }
  }

  static class GenericClass<T extends Comparable<T>> {
    T value;
    List<? super T> values = new ArrayList<>();
    static Object make() {
      GenericClass<String> made = new GenericClass<>();
      made.value = "v";
      made.values.add(made.value);
      return made;
    }
    static String show(Object root) { return ((GenericClass<?>) root).value + "" + (((GenericClass<?>) root).values.get(0) == ((GenericClass<?>) root).value); }
  }

  static class SameNamedFields {
    static class Base { String name = "base"; }
    static class Sub extends Base implements Serializable { String name = "sub"; }
    static Object make() {
      Sub sub = new Sub();
      ((Base) sub).name = "changed";
      return sub;
    }
    static String show(Object root) { return ((Base) root).name + ((Sub) root).name; }
  }

  static class TransientField implements Serializable {
    transient String gone = "here";
    String kept = "kept";
    static Object make() { return new TransientField(); }
    static String show(Object root) { return ((TransientField) root).kept; }
  }

  static class ClassInAField {
    Class<?> own = ClassInAField.class;
    Class<?> array = ClassInAField[][].class;
    Class<?> primitive = int.class;
    static Object make() { return new ClassInAField(); }
    static String show(Object root) {
      ClassInAField made = (ClassInAField) root;
      return (made.own == root.getClass()) + "" + (made.array == ClassInAField[][].class) + made.primitive;
    }
  }

  static class ObjectField {
    Object text = "text";
    Object number = 1.5f;
    Object array = new Object[] {1, null, 'c'};
    Object own = new UnmarkedClass();
    static Object make() { return new ObjectField(); }
    static String show(Object root) {
      ObjectField made = (ObjectField) root;
      return "" + made.text + made.number.getClass() + made.number + Arrays.toString((Object[]) made.array) + UnmarkedClass.show(made.own);
    }
  }

  static class PrimitiveFields {
    boolean a = true;
    byte b = -1;
    char c = '\uffff';
    short d = Short.MIN_VALUE;
    int e = Integer.MIN_VALUE;
    long f = Long.MAX_VALUE;
    float g = Float.MIN_VALUE;
    double h = -0.0;
    static Object make() { return new PrimitiveFields(); }
    static String show(Object root) {
      PrimitiveFields p = (PrimitiveFields) root;
      return "" + p.a + p.b + (int) p.c + p.d + p.e + p.f + p.g + p.h;
    }
  }

  static class SharedIdentity {
    Object one = new ArrayList<>(List.of("x"));
    Object same = one;
    Object equal = new ArrayList<>(List.of("x"));
    static Object make() { return new SharedIdentity(); }
    static String show(Object root) {
      SharedIdentity made = (SharedIdentity) root;
      return (made.one == made.same) + "" + (made.one == made.equal) + made.one.equals(made.equal);
    }
  }

  static class CyclicObjects {
    CyclicObjects other;
    String name = "a";
    static Object make() {
      CyclicObjects a = new CyclicObjects();
      a.other = new CyclicObjects();
      a.other.name = "b";
      a.other.other = a;
      return a;
    }
    static String show(Object root) {
      CyclicObjects a = (CyclicObjects) root;
      return a.name + a.other.name + (a.other.other == a);
    }
  }

  static class WriteObject implements Serializable {
    transient String hidden = "hidden";
    int plain = 8;
    private void writeObject(ObjectOutputStream out) throws IOException {
      out.defaultWriteObject();
      out.writeUTF(hidden);
    }
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      hidden = in.readUTF();
    }
    static Object make() { return new WriteObject(); }
    static String show(Object root) { return ((WriteObject) root).hidden + ((WriteObject) root).plain; }
  }

  static class ReadResolve implements Serializable {
    static final ReadResolve ONLY = new ReadResolve();
    private Object readResolve() { return ONLY; }
    static Object make() { return ONLY; }
    static String show(Object root) { return "" + (root == ONLY); }
  }

  static class WriteReplace implements Serializable {
    final String text;
    WriteReplace(String text) { this.text = text; }
    private Object writeReplace() { return new Stand(text); }
    record Stand(String text) implements Serializable {
      private Object readResolve() { return new WriteReplace(text); }
    }
    static Object make() { return new WriteReplace("replaced"); }
    static String show(Object root) { return ((WriteReplace) root).text; }
  }

  public static class ExternalizableClass implements Externalizable {
    private String text = "";
    public ExternalizableClass() {}
    @Override public void writeExternal(ObjectOutput out) throws IOException { out.writeUTF(text); }
    @Override public void readExternal(ObjectInput in) throws IOException { text = in.readUTF(); }
    static Object make() {
      ExternalizableClass made = new ExternalizableClass();
      made.text = "external";
      return made;
    }
    static String show(Object root) { return ((ExternalizableClass) root).text; }
  }
}
