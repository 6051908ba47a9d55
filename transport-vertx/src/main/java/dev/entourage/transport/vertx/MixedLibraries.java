package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import java.security.CodeSource;

/** Netty and Vert.x are managed by many a parent or BOM, to versions that we can't use. */
final class MixedLibraries {

  private MixedLibraries() {}

  static ConfigurationException named(LinkageError failure) {
    return new ConfigurationException(
        "Vert.x could not start with the libraries of this class path: "
            + failure
            + ", Vert.x="
            + location("io.vertx.core.Vertx")
            + ", Netty="
            + location("io.netty.channel.Channel")
            + ". A cluster needs Vert.x 5 and that needs Netty 4.2; a parent or BOM of the"
            + " application may have chosen others: with Spring Boot's, set the property"
            + " netty.version to that of Vert.x; else import netty-bom before it."
            + " An application that runs on Vert.x 4 itself, as Quarkus 3 does, can only have"
            + " workers on its own machine.",
        failure);
  }

  private static String location(String type) {
    try {
      Class<?> found = Class.forName(type, false, MixedLibraries.class.getClassLoader());
      CodeSource source = found.getProtectionDomain().getCodeSource();
      return source == null ? "unknown" : String.valueOf(source.getLocation());
    } catch (ClassNotFoundException | LinkageError e) {
      return "none";
    }
  }
}
