package dev.entourage.preparer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCodeTest {

  @TempDir Path folder;

  @Test
  void hasAllOfAJarOfOurs() throws Exception {
    assertThat(hasAll(List.of())).isTrue();
  }

  /** Shading puts all of an application into one jar: its resources are the user's. */
  @Test
  void hasNotAllOfAnApplicationsJar() throws Exception {
    assertThat(hasAll(List.of("dev/entourage/worker/"))).isFalse();
  }

  /** Else a task's own pool finds ours twice, of two loaders, in an executable jar. */
  @Test
  void knowsItsOwnServiceFiles() {
    assertThat(OwnCode.isListed("\ndev.entourage.backend.kryo.KryoBackend\n".getBytes(UTF_8)))
        .isTrue();
    assertThat(OwnCode.isListed("com.acme.Backend\n".getBytes(UTF_8))).isFalse();
  }

  /** Asks the class in a jar with the preparer and with these entries. */
  private boolean hasAll(List<String> entries) throws Exception {
    URL jar = jar(entries).toUri().toURL();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      Method asked =
          loader.loadClass(OwnCode.class.getName()).getDeclaredMethod("hasAll", URL.class);
      asked.setAccessible(true);
      return (boolean) asked.invoke(null, jar);
    }
  }

  private Path jar(List<String> entries) throws Exception {
    Path jar = folder.resolve("app.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("dev/entourage/preparer/"));
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
      }
      for (Class<?> type :
          List.of(OwnCode.class, Class.forName(OwnCode.class.getName() + "$Sources"))) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(name));
        out.write(type.getClassLoader().getResourceAsStream(name).readAllBytes());
      }
    }
    return jar;
  }
}
