package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.util.IntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Knows which objects are complete while a graph is written or read: Tarjan's search for strongly
 * connected components, over the numbers that objects get in the order in which they are met.
 *
 * <p>An object is complete when nothing that it leads to is still being read. What hashes, compares
 * or copies its parts may only do so when they are complete. Writer and reader meet the objects in
 * the same order, so both know.
 */
final class Cycles {

  private static final byte COMPLETE = 0;
  private static final byte OPEN = 1;
  private static final byte BUSY = 2;
  private static final byte WAITING = 3;
  private static final byte UNFILLED = 4;
  private static final byte RESOLVING = 5;
  private static final int FIRST = 256;
  private static final int KEPT = 1 << 16;
  private static final int NOTHING = Integer.MAX_VALUE;

  private final IntArray waiting = new IntArray();
  private final List<Later> later = new ArrayList<>();

  /** Where something referred to what may not be looked into yet, while some object is resolved. */
  private final IntArray blind = new IntArray();

  private int resolving;
  private byte[] states = new byte[FIRST];
  private int known;

  /** The lowest number of an incomplete object that the current part refers to. */
  private int low = NOTHING;

  private record Later(int id, Filling filling) {}

  /** Begins an object whose parts may refer back to it; the answer is for {@link #close}. */
  int open(int id) {
    return begin(id, OPEN);
  }

  /** Begins an object that only exists when its parts do; the answer is for {@link #close}. */
  int openBusy(int id) {
    return begin(id, BUSY);
  }

  /**
   * Begins an object that is made by code of its own, which may do with others that aren't
   * complete.
   */
  int openResolving(int id) {
    resolving++;
    return begin(id, RESOLVING);
  }

  /** Ends the parts of such an object, and says whether its code may see them as they are. */
  boolean endResolving(int id) {
    resolving--;
    return blind.size == 0 || blind.peek() < id;
  }

  /** Says whether any such object is open, so that others have to say what may be seen of them. */
  boolean isResolving() {
    return resolving > 0;
  }

  /** Says whether an object is one of these. */
  boolean isResolving(int id) {
    return id < known && states[id] == RESOLVING;
  }

  /** What was begun last refers to what may not be looked into, unless that is complete soon. */
  void blind() {
    if (resolving > 0) {
      blind.add(known - 1);
    }
  }

  /** Ends an object whose parts are put in when all of them are complete. */
  void closeInspecting(int id, int outer) {
    close(id, outer);
    if (states[id] != COMPLETE) {
      blind();
    }
  }

  /** A busy object exists from now on. */
  void exists(int id) {
    states[id] = OPEN;
  }

  private int begin(int id, byte state) {
    if (id >= states.length) {
      states = Arrays.copyOf(states, Math.max(id + 1, states.length * 2));
    }
    states[id] = state;
    known = Math.max(known, id + 1);
    return beginPart();
  }

  /** Begins a part of an object; the answer is for {@link #endPart}. */
  int beginPart() {
    int outer = low;
    low = NOTHING;
    return outer;
  }

  /** Ends a part and says whether it is complete. */
  boolean endPart(int outer) {
    boolean complete = low == NOTHING;
    low = Math.min(low, outer);
    return complete;
  }

  /** Ends an object whose parts are in it. */
  void close(int id, int outer) {
    if (leave(id, outer)) {
      fillFrom(firstAbove(id));
    }
  }

  /** Ends an object whose parts are to be put in, now or as soon as they are complete. */
  void close(int id, int outer, boolean ready, Filling filling) {
    boolean complete = leave(id, outer);
    int first = firstAbove(id);
    if (complete && first < later.size()) {
      later.add(new Later(id, filling));
      fillFrom(first);
    } else if (complete || ready) {
      filling.fill();
    } else {
      states[id] = UNFILLED;
      later.add(new Later(id, filling));
    }
  }

  private boolean leave(int id, int outer) {
    if (low < id) {
      states[id] = WAITING;
      waiting.add(id);
      low = Math.min(low, outer);
      return false;
    }
    states[id] = COMPLETE;
    low = outer;
    while (blind.size > 0 && blind.peek() >= id) {
      blind.pop();
    }
    while (waiting.size > 0 && waiting.peek() > id) {
      states[waiting.pop()] = COMPLETE;
    }
    return true;
  }

  private int firstAbove(int id) {
    int first = later.size();
    while (first > 0 && later.get(first - 1).id() > id) {
      first--;
    }
    return first;
  }

  private void fillFrom(int first) {
    if (first < later.size()) {
      List<Later> due = later.subList(first, later.size());
      List<Filling> fillings = due.stream().map(Later::filling).toList();
      due.clear();
      Filling.settle(fillings);
    }
  }

  /**
   * Says whether an object is still without some of its parts, and who copies it would lose them.
   */
  boolean unfinished(int id) {
    byte state = id < known ? states[id] : COMPLETE;
    return state != COMPLETE && state != WAITING;
  }

  /** Notes a reference to an object that was met before; false when it doesn't exist yet. */
  boolean refer(int id) {
    byte state = id < known ? states[id] : COMPLETE;
    if (state != COMPLETE) {
      low = Math.min(low, id);
    }
    return state != BUSY && state != RESOLVING;
  }

  /** Says whether an object that was met before is complete. */
  boolean isComplete(int id) {
    return id >= known || states[id] == COMPLETE;
  }

  void reset() {
    if (states.length > KEPT) {
      states = new byte[FIRST];
    } else {
      Arrays.fill(states, 0, known, COMPLETE);
    }
    known = 0;
    waiting.clear();
    later.clear();
    blind.clear();
    resolving = 0;
    low = NOTHING;
  }
}
