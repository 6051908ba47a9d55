package dev.entourage.preparer;

import dev.entourage.spi.Form;

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
