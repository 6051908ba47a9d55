package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AgentJarTest {

  private static String within(String jar) {
    return "jar:" + jar + "!/dev/entourage/agent/EntourageAgent.class";
  }

  /** In an executable jar the class is found in what was written for a late start. */
  @Test
  void isNamedByItsPathAsLongAsItIsThere() throws IOException {
    Path jar = AgentJar.write();
    String found = within(jar.toUri().toString());
    assertThat(AgentJar.path(found)).isEqualTo(jar.toString());
    Files.delete(jar);
    assertThat(AgentJar.path(found)).isEqualTo("entourage-agent.jar");
  }

  @Test
  void hasNoPathWithinAJar() {
    assertThat(AgentJar.path(within("nested:/app.jar/!BOOT-INF/lib/entourage-agent-1.jar")))
        .isEqualTo("entourage-agent.jar");
  }
}
