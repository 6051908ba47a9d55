package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What driver and worker forget, and what they don't. */
class ForgettingTest {

  @TempDir private Path folder;

  private final Preparer driver = Drivers.bare();
  private final LocalRequests requests = new LocalRequests(driver.library());
  private final SessionLoaders worker =
      new SessionLoaders(requests, SessionLoaders.platformAndApi());

  /** Another version of a class: each opens a generation. */
  private Class<?> version(int number) throws Exception {
    return new Sources()
        .add("user.Main", "package user; public class Main { int version = " + number + "; }")
        .compile(Files.createDirectories(folder.resolve("v" + number)))
        .loadClass("user.Main");
  }

  private ClassLoader loader(Class<?> type) {
    Manifest manifest = Drivers.seal(driver, type);
    driver.library().release(manifest.id());
    return worker.loaderFor(manifest.id());
  }

  // A11, D31
  @Test
  void aGenerationStaysAsLongAsAnybodyHasAClassOfIt() throws Exception {
    Class<?> main = version(0);
    Class<?> held = loader(main).loadClass("user.Main");
    Doomed forgotten = new Doomed(loader(version(1)));
    for (int other = 2; other < 2 + SessionLoaders.KEPT; other++) {
      loader(version(other));
    }
    forgotten.assertGoes();
    assertThat(worker.alive()).contains(held.getClassLoader()).hasSize(1 + SessionLoaders.KEPT);
    assertThat(loader(main).loadClass("user.Main")).isSameAs(held);
    assertThat(requests.manifests).hasSize(2 + SessionLoaders.KEPT);
  }

  @Test
  void aVersionThatIsUsedAgainAndAgainStays() throws Exception {
    Class<?> main = version(0);
    for (int other = 1; other < 2 * SessionLoaders.KEPT; other++) {
      loader(main);
      loader(version(other));
      System.gc();
    }
    assertThat(requests.manifests).hasSize(2 * SessionLoaders.KEPT);
  }

  @Test
  void manifestsOfTasksUnderWayStayAndOthersGo() throws Exception {
    Sources sources = new Sources();
    for (int i = 0; i < 110; i++) {
      sources.add("user.C" + i, "package user; public class C" + i + " { }");
    }
    ClassLoader program = sources.compile(folder);
    Manifest underWay = Drivers.seal(driver, program.loadClass("user.C0"));
    Drivers.seal(driver, program.loadClass("user.C0"));
    driver.library().release(underWay.id());
    List<Manifest> ended = new ArrayList<>();
    for (int i = 1; i < 110; i++) {
      Manifest manifest = Drivers.seal(driver, program.loadClass("user.C" + i));
      driver.library().release(manifest.id());
      ended.add(manifest);
    }
    assertThat(driver.library().manifest(underWay.id())).isPresent();
    assertThat(driver.library().code(hashes(underWay))).hasSize(1);
    assertThat(driver.library().manifest(ended.get(0).id())).isEmpty();
    assertThat(driver.library().code(hashes(ended.get(0)))).isEmpty();
    assertThat(driver.library().manifest(ended.get(108).id())).isPresent();
    assertThat(Drivers.seal(driver, program.loadClass("user.C1"))).isEqualTo(ended.get(0));
    assertThat(driver.library().code(hashes(ended.get(0)))).hasSize(1);
  }

  private static List<Digest> hashes(Manifest manifest) {
    return manifest.entries().stream().map(Manifest.Entry::hash).toList();
  }
}
