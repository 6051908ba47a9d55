package dev.entourage.preparer;

import dev.entourage.preparer.StraightHeads.Head;

/**
 * The heads of forms that steps name, by their bytes, as {@link StraightNames} knows classes: so
 * their texts are made, hashed and looked up once, not for each graph. Others than short ones are
 * read each time. Thread-safe, as that is.
 */
final class KnownHeads {

  private static final int PLACES = 64;
  private static final int ALIKE = 8;

  private final Forms forms;
  private final Known[] known = new Known[PLACES];

  /** As {@link StraightNames} has it. */
  private final Known[] usual = new Known[ALIKE];

  KnownHeads(Forms forms) {
    this.forms = forms;
  }

  private record Known(byte[] bytes, String kind, Head head) {

    /** Its texts may be meant again, as if they had been read. */
    Head meet(StraightTextsIn texts) {
      texts.meet(kind);
      for (String each : head.texts()) {
        texts.meet(each);
      }
      return head;
    }
  }

  /** Reads a head that is described here, where so many came before. */
  Head read(StraightTextsIn texts, StepsIn in, int before) {
    final int place = before & ALIKE - 1;
    final Known again = usual[place];
    if (again != null && in.skip(again.bytes)) {
      return again.meet(texts);
    }
    final int start = in.position();
    final int end = in.endOfHead();
    if (end < 0) {
      return make(in, texts, texts.next(in));
    }
    final int hashed = in.hash(start, end) & PLACES - 1;
    final Known found = known[hashed];
    if (found != null && in.skip(found.bytes)) {
      usual[place] = found;
      return found.meet(texts);
    }
    final String kind = texts.next(in);
    final Known made = new Known(in.copy(start, end), kind, make(in, texts, kind));
    known[hashed] = made;
    usual[place] = made;
    return made.head;
  }

  private Head make(StepsIn in, StraightTextsIn texts, String kind) {
    final String[] head = new String[in.length()];
    for (int i = 0; i < head.length; i++) {
      head[i] = texts.next(in);
    }
    return new Head(forms.named(kind), head);
  }
}
