package dev.entourage.preparer;

import dev.entourage.preparer.StraightHeads.Head;

/**
 * The heads of forms that steps name, by their bytes, as {@link StraightNames} knows classes: so
 * their texts are made, hashed and looked up once, not for each graph. Others than short ones are
 * read each time. Thread-safe, as that is.
 */
final class KnownHeads {

  private static final int PLACES = 64;

  private final Forms forms;
  private final Known[] known = new Known[PLACES];

  KnownHeads(Forms forms) {
    this.forms = forms;
  }

  private record Known(byte[] bytes, String kind, Head head) {}

  /** Reads a head that is described here. */
  Head read(StraightTextsIn texts, StepsIn in) {
    final int start = in.position();
    final int end = in.endOfHead();
    if (end < 0) {
      return make(in, texts, texts.next(in));
    }
    final int place = in.hash(start, end) & PLACES - 1;
    final Known found = known[place];
    if (found == null || !in.is(start, end, found.bytes)) {
      final String kind = texts.next(in);
      final Head made = make(in, texts, kind);
      known[place] = new Known(in.copy(start, end), kind, made);
      return made;
    }
    in.back(end);
    texts.meet(found.kind);
    for (String each : found.head.texts()) {
      texts.meet(each);
    }
    return found.head;
  }

  private Head make(StepsIn in, StraightTextsIn texts, String kind) {
    final String[] head = new String[in.length()];
    for (int i = 0; i < head.length; i++) {
      head[i] = texts.next(in);
    }
    return new Head(forms.named(kind), head);
  }
}
