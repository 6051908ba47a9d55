package dev.entourage.preparer;

/**
 * The heads of the forms in one graph; many forms may share one. Those that their kinds keep are
 * known from graph to graph, with their bytes: to look for each of their texts takes several times
 * as long as to write all of it.
 */
final class FormHeads {

  private static final int SMALLEST = 32;

  private final Forms forms;
  private Kept[] places = new Kept[SMALLEST];
  private int size;
  private int graph;
  private int numbers;

  FormHeads(Forms forms) {
    this.forms = forms;
  }

  /** A head that its kind keeps. */
  private static final class Kept {

    private final String kind;
    private final String[] head;
    private final int step;

    /** How many texts there are in the bytes. */
    private final int texts;

    private final byte[] bytes;

    /** In which graph it got its number. */
    private int graph = -1;

    private int number;

    private Kept(String kind, String[] head, int step) {
      this.kind = kind;
      this.head = head;
      this.step = step;
      StepsOut out = new StepsOut();
      int end = out.number(text(out, 0, kind), head.length);
      int count = 1;
      for (String text : head) {
        count += text == null ? 0 : 1;
        end = text == null ? out.number(end, StepsIn.NO_TEXT) : text(out, end, text);
      }
      texts = count;
      bytes = out.toBytes(end);
    }

    /** Some kinds share heads. */
    private boolean is(String otherKind, String[] otherHead) {
      return head == otherHead && kind.equals(otherKind);
    }

    private static int text(StepsOut out, int at, String text) {
      return out.text(out.number(at, 0), text);
    }
  }

  /** Writes the step of a form, with its head. */
  int write(int at, String kind, String[] head, StraightTexts texts, StepsOut out) {
    int next = texts.write(out.step(at, step(kind), numbers++), kind, out);
    next = out.number(next, head.length);
    for (String text : head) {
      next = text == null ? out.number(next, StepsIn.NO_TEXT) : texts.write(next, text, out);
    }
    return next;
  }

  /** Writes the step of a form, and a head that its kind keeps where it is the first of these. */
  int writeKept(int at, String kind, String[] head, StraightTexts texts, StepsOut out) {
    final Kept kept = kept(kind, head);
    if (kept.graph == graph) {
      return out.step(at, kept.step, kept.number);
    }
    kept.graph = graph;
    kept.number = numbers++;
    texts.pass(kept.texts);
    return out.raw(out.step(at, kept.step, kept.number), kept.bytes);
  }

  private int step(String kind) {
    return forms.shelled(kind) ? Straight.SHELLED : Straight.FORM;
  }

  private Kept kept(String kind, String[] head) {
    final int at = place(kind, head);
    final Kept known = places[at];
    return known == null ? add(kind, head, at) : known;
  }

  /** Where a head is, or where there is a place for it. */
  private int place(String kind, String[] head) {
    final Kept[] known = places;
    final int mask = known.length - 1;
    int at = System.identityHashCode(head) & mask;
    while (known[at] != null && !known[at].is(kind, head)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private Kept add(String kind, String[] head, int at) {
    Kept made = new Kept(kind, head, step(kind));
    places[at] = made;
    if (2 * ++size > places.length) {
      grow();
    }
    return made;
  }

  private void grow() {
    Kept[] old = places;
    places = new Kept[2 * old.length];
    for (Kept each : old) {
      if (each != null) {
        places[place(each.kind, each.head)] = each;
      }
    }
  }

  /** Starts with another graph, in which no head has a number. */
  void clear() {
    graph++;
    numbers = 0;
  }
}
