package cases;

class StatefulObjects {
  static final class Encoder {
    private final int by;
    private final Encoder inner;
    private int calls;

    Encoder(int by, Encoder inner) {
      this.by = by;
      this.inner = inner;
    }

    int encode(int value) {
      calls++;
      return by * (inner == null ? value : inner.encode(value));
    }
  }

  static Object[] roots() {
    return new Object[] {new Encoder(3, null), new Encoder(-5, new Encoder(3, null))};
  }

  static String show(Object root) {
    Encoder encoder = (Encoder) root;
    String text = encoder.encode(10) + " after " + encoder.calls;
    encoder.calls = 0;
    if (encoder.inner != null) encoder.inner.calls = 0;
    return text;
  }
}
