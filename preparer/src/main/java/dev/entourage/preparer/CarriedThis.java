package dev.entourage.preparer;

/** What to do where a lambda carries an object as a whole, though it may need little of it. */
final class CarriedThis {

  private CarriedThis() {}

  /** Says whether a step of a path leads from a lambda's body to the object in which it stands. */
  static boolean isStep(Object from, String label) {
    return from != null
        && Lambdas.isLambda(from.getClass())
        && label.equals("this")
        && LambdaKind.shape(from.getClass()).method().startsWith("lambda$");
  }

  /** Says what to do about an object that itself can't travel. */
  static String advice() {
    return ". The lambda uses this, so this travels: copy what it needs to local variables";
  }

  /**
   * Says what to do about what can't travel in a part of such an object.
   *
   * @param part the label of the part
   * @param shape what the object is
   */
  static String advice(String part, Plan.Shape shape) {
    String advice =
        ". The lambda uses this, so all of this travels: unless it needs %s, copy what it does"
            + " need to local variables";
    return (shape == Plan.Shape.OBJECT ? advice + ", or make %s transient" : advice)
        .replace("%s", part);
  }
}
