package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.Explanation;
import dev.entourage.Explanation.ClassEntry;
import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole driver's half, with the object graph layer. */
class PreparerTest {

  @TempDir private Path folder;

  private ClassLoader program;

  @BeforeEach
  void compile() {
    program =
        new Sources()
            .add(
                "user.Main",
                "package user; import java.io.Serializable; import java.util.concurrent.Callable;"
                    + " public class Main { interface Task<R> extends Callable<R>, Serializable {}"
                    + " public static Callable<?> task(int by) {"
                    + " Scale scale = new Scale(by);"
                    + " return (Task<Integer>) () -> scale.apply(5); } }")
            .add(
                "user.Scale",
                "package user; class Scale { final int by; Scale(int by) { this.by = by; }"
                    + " int apply(int x) { return Rounding.UP.round(by * x); } }")
            .add(
                "user.Rounding",
                "package user; enum Rounding { UP { int round(int x) { return x; } };"
                    + " abstract int round(int x); }")
            .compile(folder);
  }

  private Object task(int by) throws Exception {
    Class<?> main = program.loadClass("user.Main");
    return main.getMethod("task", int.class).invoke(null, by);
  }

  private static List<String> names(Manifest manifest) {
    return manifest.entries().stream().map(Manifest.Entry::name).toList();
  }

  // A1, A6
  @Test
  void aLambdaBringsItsClassItsStateAndWhatTheyMention() throws Exception {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    PreparedTask task = preparer.prepare(task(3));
    assertThat(names(preparer.seal(task, Set.of())))
        .containsExactly(
            "user.Main", "user.Main$Task", "user.Rounding", "user.Rounding$1", "user.Scale");
    assertThat(task.depth()).isPositive();
  }

  @Test
  void warmTasksGetTheSameManifest() throws Exception {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    Manifest first = preparer.seal(preparer.prepare(task(3)), Set.of());
    assertThat(preparer.seal(preparer.prepare(task(-5)), Set.of(Integer.class))).isSameAs(first);
  }

  @Test
  void tasksOfTheJdkHaveAnEmptyManifest() {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    Manifest manifest = preparer.seal(preparer.prepare(List.of("a", 1)), Set.of(String.class));
    assertThat(manifest.entries()).isEmpty();
    assertThat(preparer.library().manifest(manifest.id())).contains(manifest.encode());
  }

  @Test
  void layersRunInOrderAndMayAddClasses() throws Exception {
    Class<?> extra = program.loadClass("user.Rounding");
    List<Set<Class<?>>> seen = new ArrayList<>();
    PreparationLayer layer =
        new PreparationLayer() {
          @Override
          public String id() {
            return "extra";
          }

          @Override
          public void prepare(Preparation task) {
            seen.add(Set.copyOf(task.classes()));
            task.include(extra, "for the test");
          }
        };
    Preparer preparer =
        new Preparer(
            new PreparerOptions(
                false, Set.of(), Set.of(), Set.of(), List.of(layer), List.of(), List.of()));
    PreparedTask task = preparer.prepare(new ArrayList<>(List.of("text")));
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0)).contains(ArrayList.class);
    assertThat(names(preparer.seal(task, Set.of())))
        .containsExactly("user.Rounding", "user.Rounding$1");
  }

  @Test
  void manyThreadsGetOneManifest() throws Exception {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    Object task = task(3);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Manifest> call = () -> preparer.seal(preparer.prepare(task), Set.of());
      Set<Manifest> manifests = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Future<Manifest> manifest : threads.invokeAll(Collections.nCopies(64, call))) {
        manifests.add(manifest.get());
      }
      assertThat(manifests).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void classesThatTheMarshallerReportsComeAlong() throws Exception {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    PreparedTask task = preparer.prepare("text");
    Manifest manifest = preparer.seal(task, Set.of(program.loadClass("user.Rounding")));
    assertThat(names(manifest)).contains("user.Rounding");
  }

  // F47
  @Test
  void explainsEachClassWithItsReason() throws Exception {
    Explanation explanation = Drivers.explain(new Preparer(PreparerOptions.bare()), task(3));
    ClassEntry rounding = entry(explanation, "user.Rounding$1");
    assertThat(rounding.byValue()).isTrue();
    assertThat(rounding.found()).isEqualTo("in user.Rounding");
    assertThat(rounding.reason()).isEqualTo("not on the class path, so no worker has it");
    assertThat(rounding.origin()).isEqualTo(folder.toUri().toURL().toString());
    assertThat(rounding.bytes()).isEqualTo(Files.size(folder.resolve("user/Rounding$1.class")));
    assertThat(entry(explanation, "user.Scale").found()).contains("met in the task");
    assertThat(explanation.bytes())
        .isEqualTo(explanation.classes().stream().mapToLong(ClassEntry::bytes).sum());
  }

  private static ClassEntry entry(Explanation explanation, String name) {
    return explanation.classes().stream()
        .filter(e -> e.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  @Test
  void bareWorkersInheritNothing() {
    assertThat(new Preparer(PreparerOptions.bare()).inherited()).isEmpty();
  }

  @Test
  void workersInheritTheJarsOfTheClassPath() {
    Preparer preparer = new Preparer(Drivers.options(true, Set.of(), Set.of()));
    assertThat(preparer.inherited())
        .isNotEmpty()
        .allSatisfy(jar -> assertThat(jar).isRegularFile())
        .anySatisfy(jar -> assertThat(jar.getFileName().toString()).startsWith("assertj-core"));
    PreparedTask task = preparer.prepare((Callable<?> & java.io.Serializable) () -> 1);
    assertThat(names(preparer.seal(task, Set.of())))
        .contains(PreparerTest.class.getName())
        .noneMatch(name -> name.startsWith("org."));
  }
}
