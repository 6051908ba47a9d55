package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real agent, which this JVM lets in while it runs. */
class JvmAgentTest {

  /** A JVM starts it once, whichever test comes first. */
  private static final List<String> WARNINGS = new ArrayList<>();

  private static final JvmAgent AGENT = new JvmAgent(WARNINGS::add);

  @TempDir private Path folder;

  private Class<?> point(String field) throws Exception {
    return new Sources()
        .add("user.Point", "package user; public class Point { " + field + " }")
        .compile(folder)
        .loadClass("user.Point");
  }

  // D30
  @Test
  void startsInARunningJvmAndWarnsOnceInOneLine() {
    assertThat(AGENT.start("this test wants it")).isEmpty();
    assertThat(JvmAgent.isStarted()).isTrue();
    assertThat(new JvmAgent(WARNINGS::add).start("another pool finds it")).isEmpty();
    assertThat(WARNINGS).hasSize(1);
    assertThat(WARNINGS.get(0)).contains(", since ").contains("java -javaagent:").hasLineCount(1);
  }

  // D30
  @Test
  void knowsAClassWhoseLoaderIsClosed() throws Exception {
    Class<?> point = point("int x;");
    ((URLClassLoader) point.getClassLoader()).close();
    Manifest manifest = Drivers.seal(Drivers.with(PreparerOptions.bare(), AGENT), point);
    assertThat(manifest.entries()).extracting(Manifest.Entry::name).containsExactly("user.Point");
  }

  @Test
  void knowsTheLiveClassWhenTheFileIsAnother() throws Exception {
    Class<?> point = point("int x;");
    point("int x; int y;");
    AGENT.start("this test wants it");
    byte[] file = AGENT.classFile(point).orElseThrow();
    assertThat(ClassFile.parse(file).fields()).containsExactly("x I");
  }

  /** Two answers of the JVM may differ, and a manifest of another hash would be another version. */
  @Test
  void answersAlikeEachTime() throws Exception {
    Class<?> point = point("int x;");
    AGENT.start("this test wants it");
    assertThat(AGENT.classFile(point).orElseThrow())
        .isSameAs(AGENT.classFile(point).orElseThrow())
        .isSameAs(new JvmAgent(WARNINGS::add).classFile(point).orElseThrow());
  }

  @Test
  void knowsNothingOfHiddenClassesAndArrays() {
    AGENT.start("this test wants it");
    Runnable lambda = () -> {};
    assertThat(AGENT.classFile(lambda.getClass())).isEmpty();
    assertThat(AGENT.classFile(JvmAgentTest[].class)).isEmpty();
  }
}
