package dev.entourage.preparer;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How one sort of object travels. Thread-safe.
 *
 * @since 0.1
 */
public interface FormKind {

  /**
   * Names this kind in the stream.
   *
   * @return a short name, unique among the kinds
   */
  String kind();

  /**
   * Says whether this kind takes the objects of a class. The first kind that does gets them.
   *
   * @param type the class of an object
   * @return the same answer each time
   */
  boolean takes(Class<?> type);

  /**
   * Takes an object apart.
   *
   * @param value an object that this kind takes; not changed
   * @return its form
   * @throws dev.entourage.spi.RefusedException when it can't travel
   */
  Form form(Object value);

  /**
   * Takes an object apart and tells which classes its form names.
   *
   * @param value an object that this kind takes; not changed
   * @param named hears the classes that must be found where the form is rebuilt
   * @return its form
   * @throws dev.entourage.spi.RefusedException when it can't travel
   */
  default Form form(Object value, Consumer<Class<?>> named) {
    named.accept(value.getClass());
    return form(value);
  }

  /**
   * Tells what {@link #form(Object, Consumer)} would, without the form: a walk has no other use for
   * it. Worth its own code only where that is cheaper.
   *
   * @param value an object that this kind takes; not changed
   * @param parts hears the parts in order; some may be null
   * @param named hears the classes that must be found where the form is rebuilt
   * @throws dev.entourage.spi.RefusedException when it can't travel
   */
  default void inside(Object value, Consumer<Object> parts, Consumer<Class<?>> named) {
    for (Object part : form(value, named).parts()) {
      parts.accept(part);
    }
  }

  /**
   * Names a part in the path to an object.
   *
   * @param form a form of this kind
   * @param part the number of a part
   * @return a short text, such as {@code this} or {@code [3]}
   */
  default String label(Form form, int part) {
    return "[" + part + "]";
  }

  /**
   * Says what an object is, at the ends of a path to an object.
   *
   * @param value an object that this kind takes
   * @param others says it of other objects
   * @return by default the name of its class
   */
  default String describe(Object value, Function<Object, String> others) {
    return value.getClass().getTypeName();
  }

  /**
   * Says whether {@link #shell} makes objects.
   *
   * @return true when the parts may refer back to the object
   */
  default boolean shelled() {
    return false;
  }

  /**
   * Says whether heads are kept: equal ones are the very same array each time, and no others are
   * made for each object. Then they are known by it, and told as a whole.
   *
   * @return the same answer each time
   */
  default boolean keepsHeads() {
    return false;
  }

  /**
   * Says whether {@link #rebuild} looks into the parts, as hashing does.
   *
   * @return false when the parts are only stored
   */
  default boolean inspects() {
    return false;
  }

  /**
   * Says whether {@link #rebuild} may look into its parts before objects around it are complete.
   *
   * @return true when it does no more than a {@code readResolve}, so that they must only be plain
   *     objects
   */
  default boolean resolves() {
    return false;
  }

  /**
   * Makes the empty object that the parts may refer back to.
   *
   * @param head the form's head
   * @param loader finds the classes
   * @return the object, or null where it can only be made from its parts
   */
  default Object shell(String[] head, ClassLoader loader) {
    return null;
  }

  /**
   * Puts an object together again.
   *
   * @param form its form with the parts
   * @param shell what {@link #shell} returned
   * @param loader finds the classes
   * @return the object
   */
  Object rebuild(Form form, Object shell, ClassLoader loader);
}
