package cases;

import java.io.*;
import java.util.*;

class OwnSerialization {
  static class Custom implements Serializable {
    transient String secret = "s";
    final Plain plain = new Plain();
    final List<Plain> all = new ArrayList<>(List.of(plain));

    private void writeObject(ObjectOutputStream out) throws IOException {
      out.defaultWriteObject();
      out.writeUTF(secret);
      out.writeInt(42);
      out.writeObject(plain);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      secret = in.readUTF() + in.readInt() + (in.readObject() == plain);
    }
  }

  static class Plain {
    int by = 7;
  }

  public static class External implements Externalizable {
    String text = "";
    Object plain;

    public External() {}

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
      out.writeUTF(text);
      out.writeObject(plain);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
      text = in.readUTF();
      plain = in.readObject();
    }
  }

  static final class Single implements Serializable {
    static final Single IT = new Single();

    private Object readResolve() {
      return IT;
    }
  }

  static final class Replaced implements Serializable {
    final int n;

    Replaced(int n) {
      this.n = n;
    }

    private Object writeReplace() {
      return new Stand(n);
    }
  }

  record Stand(int n) implements Serializable {
    private Object readResolve() {
      return new Replaced(n);
    }
  }

  static Object[] roots() {
    External external = new External();
    external.text = "external";
    external.plain = new Plain();
    Replaced replaced = new Replaced(4);
    return new Object[] {new Custom(), external, Single.IT, replaced, new Object[] {replaced, Single.IT, replaced, external, external.plain}};
  }

  static String show(Object root) {
    if (root instanceof Custom custom) return custom.secret.charAt(0) + "" + custom.plain.by + (custom.all.get(0) == custom.plain);
    if (root instanceof External external) return external.text + ((Plain) external.plain).by;
    if (root instanceof Single) return "" + (root == Single.IT);
    if (root instanceof Replaced replaced) return "replaced " + replaced.n;
    Object[] all = (Object[]) root;
    return show(all[0]) + show(all[1]) + (all[0] == all[2]) + show(all[3]) + (((External) all[3]).plain == all[4]);
  }
}
