package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedJarTest {

  private static final byte[] CONTENT = "the inner jar".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void becomesAFileOnce() throws IOException {
    URL inner = location("BOOT-INF/lib/ours-1.jar");
    assertThat(NestedJar.is(inner)).isTrue();
    Path file = NestedJar.file(inner);
    assertThat(file).hasBinaryContent(CONTENT);
    assertThat(file.getFileName().toString()).endsWith("-ours-1.jar");
    assertThat(NestedJar.file(inner)).isEqualTo(file);
  }

  @Test
  void isNoPlainJarAndNoFolderInOne() throws IOException {
    assertThat(NestedJar.is(new URL("file:/lib/ours-1.jar"))).isFalse();
    assertThat(NestedJar.is(new URL("jar:file:/app.jar!/BOOT-INF/classes!/"))).isFalse();
  }

  @Test
  void isNamedWhenItCanNotBeRead() throws IOException {
    URL missing = new URL(location("BOOT-INF/lib/ours-1.jar").toString().replace("ours", "other"));
    assertThatThrownBy(() -> NestedJar.file(missing))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(missing.toString());
  }

  private URL location(String entry) throws IOException {
    Path outer = folder.resolve("app.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(outer))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(CONTENT);
    }
    return new URL("jar:" + outer.toUri() + "!/" + entry + "!/");
  }
}
