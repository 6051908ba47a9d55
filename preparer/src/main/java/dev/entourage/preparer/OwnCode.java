package dev.entourage.preparer;

import java.net.URL;
import java.util.Set;

/** Tells Entourage's own classes, which never travel, from those of its users. */
final class OwnCode {

  private static final Set<String> PACKAGES =
      Set.of(
          "dev.entourage.preparer",
          "dev.entourage.worker",
          "dev.entourage.engine",
          "dev.entourage.transport.vertx",
          "dev.entourage.cli",
          "dev.entourage.backend.kryo",
          "dev.entourage.backend.fst",
          "dev.entourage.backend.protostuff");

  private OwnCode() {}

  /** Our packages, unless the class is a test of ours: tests are users. */
  static boolean has(Class<?> type) {
    return PACKAGES.contains(type.getPackageName()) && !isTest(CodeSources.location(type));
  }

  private static boolean isTest(URL location) {
    return location != null && location.getPath().endsWith("/test-classes/");
  }
}
