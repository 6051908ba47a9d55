package dev.entourage.preparer;

/**
 * A field or a method as code names it.
 *
 * @param owner the binary name of the class that code looks in
 * @param name its name
 * @param type its descriptor
 */
record CodeRef(String owner, String name, String type) {

  /** What a virtual call finds in any class. */
  String signature() {
    return name + type;
  }
}
