package dev.entourage.preparer;

/**
 * The value of a static field, as a driver has it.
 *
 * @param owner the binary name of the class
 * @param field the field's name
 * @param mark what differs when the value differs
 * @param value the value, or the elements that a final container is to have; may be null
 * @since 0.1
 */
public record StaticValue(String owner, String field, String mark, Object value) {

  /** Says whether it is alone: no other field and no task can share it. */
  boolean isLeaf() {
    return value == null || Plans.isLeaf(value.getClass());
  }

  String name() {
    return owner + '.' + field;
  }
}
