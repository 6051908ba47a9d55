package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import dev.entourage.agent.EntourageAgent;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes whose code was changed in this JVM after it was loaded, and what of them travels. */
class ChangedClassesAgentTest {

  private static final String POINT = "user.Point";
  private static final String HERE =
      "package only; public class Here { public static int now() { return 3; } }";

  @TempDir private Path folder;
  @TempDir private Path second;

  private final JvmAgent agent = new JvmAgent(warning -> {});
  private final Preparer driver = new Preparer(PreparerOptions.bare());
  private final Codec codec =
      new Codec(new Travel.ArraysMarshaller(driver.normalForm()), driver.normalForm());
  private Instrumentation jvm;
  private ClassFileTransformer change;

  @BeforeEach
  void findInstrumentation() throws Exception {
    assertThat(agent.start("this test wants it")).isEmpty();
    Field found = EntourageAgent.class.getDeclaredField("instrumentation");
    found.setAccessible(true);
    jvm = (Instrumentation) found.get(null);
  }

  @AfterEach
  void changeNoMore() {
    if (change != null) {
      jvm.removeTransformer(change);
    }
  }

  private static byte[] compile(Path to, String body) throws Exception {
    return compile(new Sources(), to, body);
  }

  private static byte[] compile(Sources sources, Path to, String body) throws Exception {
    sources
        .add(POINT, "package user; public class Point { " + body + " }")
        .add("user.Other", "package user; public class Other { Point point; }")
        .compile(to);
    return Files.readAllBytes(to.resolve("user/Point.class"));
  }

  /** Gives a live class other code, as debuggers and agents do. */
  private void change(Class<?> type, byte[] file) throws Exception {
    change =
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> seen, ProtectionDomain at, byte[] old) {
            return seen == type ? file : null;
          }
        };
    jvm.addTransformer(change, true);
    jvm.retransformClasses(type);
  }

  private Manifest seal(Object task) {
    return driver.ready(task, Statics.none(), codec).manifest();
  }

  private byte[] file(Manifest manifest, String name) {
    Digest hash =
        manifest.entries().stream()
            .filter(entry -> entry.name().equals(name))
            .findFirst()
            .orElseThrow()
            .hash();
    return driver.library().code(List.of(hash)).get(hash);
  }

  /** The code differs in one instruction and no constant, so only the JVM's count tells. */
  @Test
  void theNextTaskBringsWhatWasRedefined() throws Exception {
    byte[] first = compile(folder, "public int run() { return 1; }");
    Object point = Sources.loader(folder).loadClass(POINT).getConstructor().newInstance();
    Manifest before = seal(point);
    assertThat(seal(point)).isSameAs(before);
    // Now it is known, too, at which halt of all threads the class was looked at.
    assertThat(seal(point)).isSameAs(before);
    assertThat(file(before, POINT)).isEqualTo(first);

    change(point.getClass(), compile(second, "public int run() { return 2; }"));
    assertThat(point.getClass().getMethod("run").invoke(point)).isEqualTo(2);
    Manifest after = seal(point);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(Redefined.run(file(after, POINT))).isEqualTo(2);
    assertThat(seal(point)).isSameAs(after);
  }

  /** Our own question is counted by the JVM, too. */
  @Test
  void whatWeAskedForIsNoOtherClassThen() throws Exception {
    byte[] file = compile(folder, "public int run() { return 1; }");
    Object point = Sources.loader(folder).loadClass(POINT).getConstructor().newInstance();
    assertThat(agent.classFile(point.getClass())).isPresent();
    assertThat(LiveClass.redefinitions(point.getClass())).isPositive();
    assertThat(file(seal(point), POINT)).isEqualTo(file);
  }

  @Test
  void whatWasChangedBeforeTheFirstTaskTravelsAsItIs() throws Exception {
    compile(folder, "public int run() { return 1; }");
    Object point = Sources.loader(folder).loadClass(POINT).getConstructor().newInstance();
    change(point.getClass(), compile(second, "public int run() { return 2; }"));
    assertThat(Redefined.run(file(seal(point), POINT))).isEqualTo(2);
  }

  /** As Mockito's mocks do: what the code calls is in no worker's boot loader. */
  @Test
  void refusesObjectsWhoseCodeCallsWhatOnlyThisJvmHas() throws Exception {
    byte[] original = compile(folder, "public int run() { return 1; }");
    Sources sources = new Sources().add("only.Here", HERE);
    byte[] changed = compile(sources, second, "public int run() { return only.Here.now(); }");
    inject("only/Here.class");
    ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    Object point = loader.loadClass(POINT).getConstructor().newInstance();
    Object other = loader.loadClass("user.Other").getConstructor().newInstance();
    change(point.getClass(), changed);
    assertThatThrownBy(() -> seal(point))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("class=user.Point, calls=only.Here")
        .hasMessageContaining("ClassBytesSource");
    // It is mentioned only, and the worker makes no mocks.
    assertThat(file(seal(List.of("other", other.getClass())), POINT)).isEqualTo(original);
  }

  private void inject(String file) throws Exception {
    Path jar = Files.createTempFile("only-here", ".jar");
    jar.toFile().deleteOnExit();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(file));
      Files.copy(second.resolve(file), out);
    }
    jvm.appendToBootstrapClassLoaderSearch(new JarFile(jar.toFile()));
  }

  /** What a class file's method gives, as a class of a loader of its own. */
  private static final class Redefined extends ClassLoader {

    static Object run(byte[] file) throws Exception {
      Class<?> type = new Redefined().defineClass(POINT, file, 0, file.length);
      return type.getMethod("run").invoke(type.getConstructor().newInstance());
    }
  }
}
