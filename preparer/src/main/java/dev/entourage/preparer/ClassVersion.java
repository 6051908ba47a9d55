package dev.entourage.preparer;

/**
 * Which Java a class file is for: older ones can't run it.
 *
 * @param className the binary name of the class
 * @param version the version of its class file, such as 61
 * @since 0.1
 */
public record ClassVersion(String className, int version) {

  /** Java 1.0 had class files of version 45. */
  private static final int BEFORE_JAVA = 44;

  /** Where a class file says its version: behind four magic bytes and the minor version. */
  private static final int POSITION = 6;

  static ClassVersion of(String className, byte[] file) {
    int version =
        file.length < POSITION + 2
            ? 0
            : Byte.toUnsignedInt(file[POSITION]) << Byte.SIZE
                | Byte.toUnsignedInt(file[POSITION + 1]);
    return new ClassVersion(className, version);
  }

  /**
   * Returns the oldest Java that runs the class.
   *
   * @return the first number of its version, such as 17
   */
  public int java() {
    return version - BEFORE_JAVA;
  }

  /**
   * Says why an older Java can't run the class, and what to do.
   *
   * @param worker which worker it is
   * @param java the first number of the version of its Java
   * @return a message for people
   */
  public String refusal(String worker, int java) {
    return "A worker must be able to run the class files of a task: class "
        + className
        + " needs Java "
        + java()
        + " (class file "
        + version
        + "), "
        + worker
        + " runs Java "
        + java
        + ". Start the workers with Java "
        + java()
        + " or newer, or compile the class with --release "
        + java
        + ".";
  }
}
