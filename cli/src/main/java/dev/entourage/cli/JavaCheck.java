package dev.entourage.cli;

/** Which Java runs this, and whether it can run source files. */
final class JavaCheck {

  private JavaCheck() {}

  static void examine(Report report) {
    report.row(
        "Java",
        System.getProperty("java.version") + " " + (hasCompiler() ? "JDK" : "JRE"),
        System.getProperty("java.vendor") + ", " + System.getProperty("java.home"));
    if (!hasCompiler()) {
      report.problem(
          "This Java has no compiler, so it can't run source files. Set JAVA_HOME to a JDK 17 or"
              + " newer.");
    }
  }

  private static boolean hasCompiler() {
    return ModuleLayer.boot().findModule("jdk.compiler").isPresent();
  }
}
