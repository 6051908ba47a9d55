package dev.entourage.spi;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/**
 * What all backends share: how objects travel that no two libraries write alike. The replacing
 * happens in the stream, never in the caller's objects.
 *
 * <p>A backend that can hook its library's stream asks {@link #replaces}, writes the {@link #form}
 * in place of the object and keeps the object's identity; on the way back it makes the {@link
 * #shell} before it reads the parts, where there is one, and calls {@link #rebuild} with the parts.
 * A backend that can't writes the whole graph as a {@link #table}. Thread-safe.
 *
 * @since 0.1
 */
public interface NormalForm {

  /**
   * Returns the loader of the classes to decode.
   *
   * @return on a worker the session's loader; on a driver one that finds the task's own classes and
   *     defines none
   */
  ClassLoader loader();

  /**
   * Says whether objects of a class travel as a {@link Form}. Fast: the answer is kept per class.
   *
   * @param type the class of an object; not one of a declared field
   * @return true when {@link #form} must be asked
   */
  boolean replaces(Class<?> type);

  /**
   * Takes an object apart.
   *
   * @param value an object of a class for which {@link #replaces} said true; not changed
   * @return its form
   * @throws RefusedException when it can't travel
   */
  Form form(Object value);

  /**
   * Says whether the objects of a kind exist before their parts do. Asked when writing, where
   * {@link #shell} can't be: the loader need not find the classes.
   *
   * @param kind the form's kind
   * @return false when {@link #shell} returns null for it
   */
  boolean shelled(String kind);

  /**
   * Says whether {@link #rebuild} looks into the parts, as hashing and {@code readObject} do, so
   * that they must be complete by then. A reference from such parts back to any object that is
   * still being written must be refused, or lead to the form being rebuilt after that object.
   *
   * @param kind the form's kind
   * @return false when the parts are only stored
   */
  boolean inspects(String kind);

  /**
   * Says whether {@link #rebuild} runs a {@code readResolve} that may do with objects around it
   * that are still being read, as in the JDK's own serialization. Of a kind that {@link #inspects}
   * its parts, such a form may be part of a cycle if all that leads out of its parts leads to
   * ordinary objects, compared by identity, and to arrays, and if none of its parts must wait to be
   * filled; its parts may refer back to it from fields and arrays, which are set when it is made.
   *
   * @param kind the form's kind
   * @return false when a cycle that it is part of must be refused
   */
  default boolean resolves(String kind) {
    return false;
  }

  /**
   * Makes the empty object that the parts of a form may refer back to.
   *
   * @param kind the form's kind
   * @param head the form's head
   * @return the object, to be handed to {@link #rebuild}; null for a kind that can only be made
   *     from its parts: a reference back to it from its own parts must be refused when it is
   *     written
   */
  Object shell(String kind, String[] head);

  /**
   * Puts an object together again.
   *
   * @param form the form with its parts
   * @param shell what {@link #shell} returned for it
   * @return the object: the shell where there was one
   */
  Object rebuild(Form form, Object shell);

  /**
   * Returns what a container of the JDK is made with, besides what it holds.
   *
   * @param container an object of one of the JDK's very own collections or maps
   * @return its comparator, where it is sorted; {@code true} for a {@code LinkedHashMap} whose gets
   *     move entries; else null
   */
  Object order(Object container);

  /**
   * Makes an object without running a constructor of its class.
   *
   * @param type a class that is no array, interface or record
   * @param <T> the type of the object
   * @return an object whose fields have their default values
   */
  <T> T instantiate(Class<T> type);

  /**
   * Writes a graph as plain arrays.
   *
   * @param root the graph; may be null
   * @param seen hears the class of each object
   * @return the table
   * @throws RefusedException when the graph holds something that can't travel
   */
  NodeTable table(Object root, Consumer<Class<?>> seen);

  /**
   * Reads a graph from plain arrays.
   *
   * @param table what {@link #table} made
   * @return the graph
   */
  Object graph(NodeTable table);

  /**
   * Writes a graph as plain arrays, but for long arrays of primitives, which need no library.
   *
   * @param root the graph; may be null
   * @param seen hears the class of each object
   * @param longs is given such arrays, in the order in which {@link #graph(NodeTable, List)} wants
   *     them; the caller's own, to be copied at once. None by default: they are in the table
   * @return the table of all else
   * @throws RefusedException when the graph holds something that can't travel
   */
  default NodeTable table(Object root, Consumer<Class<?>> seen, List<LongArray> longs) {
    return table(root, seen);
  }

  /**
   * Reads a graph from plain arrays, and long ones that aren't among them.
   *
   * @param table what {@link #table(Object, Consumer, List)} made
   * @param longs the bytes of each array that it gave
   * @return the graph
   */
  default Object graph(NodeTable table, List<ByteBuffer> longs) {
    return graph(table);
  }
}
