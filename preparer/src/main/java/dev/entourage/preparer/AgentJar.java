package dev.entourage.preparer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Where the agent's jar is, and a copy of it wherever there is only its class. */
final class AgentJar {

  private static final String CLASS_FILE = JvmAgent.NAME.replace('.', '/') + ".class";

  private static final String NAME = "entourage-agent.jar";

  private static final String IN_JAR = "jar:file:";

  private AgentJar() {}

  /** The option of {@code java} that starts the agent, with the jar's path where it has one. */
  static String option() {
    return "-javaagent:" + path();
  }

  private static String path() {
    return path(String.valueOf(AgentJar.class.getClassLoader().getResource(CLASS_FILE)));
  }

  /** In an executable jar it is no file; what was written for a late start is one no longer. */
  static String path(String classFile) {
    if (classFile.startsWith(IN_JAR)) {
      String jar = classFile.substring(classFile.indexOf("file:"), classFile.indexOf("!/"));
      Path file = Path.of(URI.create(jar));
      return Files.exists(file) ? file.toString() : NAME;
    }
    return NAME;
  }

  /** Writes a jar of its own, since a linked image and a folder of classes have none. */
  static Path write() throws IOException {
    byte[] file = classFile();
    Path jar = Files.createTempFile("entourage-agent", ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
      out.putNextEntry(new ZipEntry(CLASS_FILE));
      out.write(file);
    }
    return jar;
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = AgentJar.class.getClassLoader().getResourceAsStream(CLASS_FILE)) {
      if (in == null) {
        throw new FileNotFoundException(NAME + " isn't on the class path");
      }
      return in.readAllBytes();
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", JvmAgent.NAME);
    attributes.putValue("Can-Retransform-Classes", "true");
    return manifest;
  }
}
