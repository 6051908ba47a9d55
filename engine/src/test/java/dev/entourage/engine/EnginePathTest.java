package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginePathTest {

  @TempDir Path folder;

  /** As that of an executable jar: it defines classes from a jar within the jar. */
  private static final class Starter extends ClassLoader {

    private final ProtectionDomain domain;

    Starter(URL inner) {
      super(EnginePath.class.getClassLoader());
      domain = new ProtectionDomain(new CodeSource(inner, (Certificate[]) null), null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(EnginePath.class.getPackageName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] file = in.readAllBytes();
        return defineClass(name, file, 0, file.length, domain);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void hasTheEngineOfAnExecutableJarAsAFile() throws Exception {
    Path outer = folder.resolve("app.jar");
    String entry = "BOOT-INF/lib/engine-1.jar";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(outer))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(1);
    }
    Starter starter = new Starter(new URL("jar:" + outer.toUri() + "!/" + entry + "!/"));
    Method path = starter.loadClass(EnginePath.class.getName()).getDeclaredMethod("ofThisJvm");
    path.setAccessible(true);
    assertThat((List<?>) path.invoke(null))
        .anySatisfy(file -> assertThat(file.toString()).endsWith("-engine-1.jar"));
  }

  @Test
  void hasNothingTwice() {
    assertThat(EnginePath.ofThisJvm()).isNotEmpty().doesNotHaveDuplicates();
  }
}
