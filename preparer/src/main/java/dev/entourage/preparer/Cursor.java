package dev.entourage.preparer;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;

/**
 * How far a walk has come in a container. It waits on the stack while the walk follows one element,
 * so that elements are visited in the order and at the depth at which backends visit them, and the
 * stack stays as small as theirs.
 */
abstract class Cursor {

  /** How many references the elements are away from the root. */
  final int depth;

  private Cursor(int depth) {
    this.depth = depth;
  }

  /** Goes on until the walk has to follow an element, or to the end. */
  abstract void advance(GraphWalk walk, int credit);

  static Cursor over(Object[] array, int depth) {
    return new Cursor(depth) {
      private int next;

      @Override
      void advance(GraphWalk walk, int credit) {
        boolean on = true;
        while (on && next < array.length) {
          on = walk.passes(array[next++], credit, depth);
        }
      }
    };
  }

  static Cursor over(ArrayList<?> list, int depth) {
    return new Cursor(depth) {
      private int next;

      @Override
      void advance(GraphWalk walk, int credit) {
        boolean on = true;
        while (on && next < list.size()) {
          on = walk.passes(element(list, next++), credit, depth);
        }
      }
    };
  }

  private static Object element(ArrayList<?> list, int index) {
    try {
      return list.get(index);
    } catch (IndexOutOfBoundsException e) {
      throw new ConcurrentModificationException(e);
    }
  }

  static Cursor over(Iterable<?> elements, int depth) {
    Iterator<?> all = elements.iterator();
    return new Cursor(depth) {
      @Override
      void advance(GraphWalk walk, int credit) {
        boolean on = true;
        while (on && all.hasNext()) {
          on = walk.passes(all.next(), credit, depth);
        }
      }
    };
  }

  static Cursor over(Map<?, ?> map, int depth) {
    Iterator<? extends Entry<?, ?>> all = map.entrySet().iterator();
    return new Cursor(depth) {
      private Object value;

      @Override
      void advance(GraphWalk walk, int credit) {
        boolean on = walk.passes(take(), credit, depth);
        while (on && all.hasNext()) {
          Entry<?, ?> entry = all.next();
          value = entry.getValue();
          on = walk.passes(entry.getKey(), credit, depth) && walk.passes(take(), credit, depth);
        }
      }

      /** The value of the last key, unless it had its turn. */
      private Object take() {
        Object taken = value;
        value = null;
        return taken;
      }
    };
  }
}
