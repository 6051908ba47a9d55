package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.Explanation;
import dev.entourage.Explanation.ClassEntry;
import dev.entourage.Explanation.LayerEntry;
import dev.entourage.Explanation.PathSize;
import dev.entourage.Explanation.Refusal;
import dev.entourage.Explanation.Replaced;
import dev.entourage.Explanation.SizeEntry;
import dev.entourage.RemoteCallable;
import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** F47: what an explanation tells. */
class ExplainerTest {

  record Document(String id, byte[] content) {}

  static class Index {
    final Map<String, List<Document>> documents = new HashMap<>();
    final double[] weights = new double[1000];
    Object handle;

    RemoteCallable<Integer> task() {
      return () -> documents.size();
    }
  }

  private static Index index(int documents) {
    Index index = new Index();
    IntStream.range(0, documents)
        .forEach(i -> index.documents.put("d" + i, List.of(new Document("d" + i, new byte[100]))));
    return index;
  }

  private static Explanation explain(Object root, PreparationLayer... layers) {
    Preparer preparer =
        new Preparer(
            new PreparerOptions(
                true, Set.of(), Set.of(), Set.of(), List.of(layers), List.of(), List.of()));
    return Drivers.explain(preparer, root);
  }

  @Test
  void namesTheTaskAsItsAuthorWould() {
    RemoteCallable<Integer> task = index(1).task();
    assertThat(explain(task).task()).matches("lambda at ExplainerTest\\.java:\\d+");
    assertThat(explain(new Index()).task()).isEqualTo(Index.class.getName());
  }

  @Test
  void tellsSizesByPathLargestFirst() {
    Explanation told = explain(index(2000).task());
    SizeEntry self = told.state().children().get(0);
    assertThat(self.step()).isEqualTo("this");
    assertThat(self.type()).isEqualTo(Index.class.getName());
    assertThat(self.children()).extracting(SizeEntry::step).startsWith("documents", "weights");
    List<PathSize> largest = told.state().largest(5);
    assertThat(largest.get(0).path())
        .matches(
            "lambda at ExplainerTest\\.java:\\d+ → this → documents → \\[\\*] × 2,000"
                + " → \\[\\*] × 2,000 → content × 2,000 → byte\\[]");
    assertThat(largest.get(0).bytes()).isBetween(200_000L, 220_000L);
  }

  @Test
  void sizesAddUpAndComeCloseToWhatIsEncoded() {
    Explanation told = explain(index(2000).task());
    assertAddsUp(told.state());
    assertThat((double) told.state().bytes() / told.encoded().getAsLong()).isBetween(0.5, 2.0);
  }

  private static void assertAddsUp(SizeEntry entry) {
    long below = entry.children().stream().mapToLong(SizeEntry::bytes).sum();
    assertThat(entry.bytes()).isEqualTo(entry.own() + below);
    entry.children().forEach(ExplainerTest::assertAddsUp);
  }

  @Test
  void tellsFewElementsOneByOneAndManyTogether() {
    assertThat(explain(List.of(List.of(1), "two", new int[3])).state().children())
        .extracting(SizeEntry::step)
        .containsExactlyInAnyOrder("[0]", "[1]", "[2]");
    Object[] many = IntStream.range(0, 500).mapToObj(i -> new int[i % 7]).toArray();
    assertThat(explain(many).state().children())
        .extracting(SizeEntry::step)
        .containsExactly("[*] × 500");
  }

  static class Link {
    Link next;
    long value;
  }

  @Test
  void tellsALongChainAsOne() {
    Link first = new Link();
    for (int i = 1; i < 50_000; i++) {
      Link link = new Link();
      link.next = first;
      first = link;
    }
    List<SizeEntry> below = explain(first).state().children();
    assertThat(below).extracting(SizeEntry::step).containsExactly("next × 49,999");
    assertThat(below.get(0).children()).isEmpty();
  }

  @Test
  void countsASharedObjectOnceAtItsShortestPath() {
    byte[] shared = new byte[5000];
    Index index = new Index();
    index.handle = shared;
    index.documents.put("d", List.of(new Document("d", shared)));
    assertThat(explain(index).state().largest(9).stream().map(PathSize::path))
        .contains(Index.class.getName() + " → handle → byte[]")
        .noneMatch(path -> path.contains("content"));
  }

  @Test // C26
  void listsAllThatCantTravelAndGoesOn() {
    Index index = index(1);
    index.handle = new Object[] {new Socket(), new Thread(), new Document("x", new byte[1])};
    Explanation told = explain(index.task());
    assertThat(told.refusals())
        .extracting(Refusal::path)
        .satisfiesExactlyInAnyOrder(
            path -> assertThat(path).endsWith("this → handle → [0] → java.net.Socket"),
            path -> assertThat(path).endsWith("this → handle → [1] → java.lang.Thread"));
    assertThat(told.encoded()).isEmpty();
    assertThat(layer(told, "object-graph").did()).isEqualTo("refused 2 of the objects");
    assertThat(told.classes())
        .filteredOn(ClassEntry::byValue)
        .extracting(ClassEntry::name)
        .contains(Document.class.getName(), Index.class.getName());
    assertThat(told.toText(80, false))
        .contains("can't travel", "this → handle → [0] → java.net.Socket", "connect inside");
  }

  @Test
  void tellsWhyEachClassTravelsOrStays() {
    Explanation told =
        explain(List.of(new Document("d", new byte[1]), org.assertj.core.api.Assertions.tuple(1)));
    assertThat(told.classes())
        .anySatisfy(
            document -> {
              assertThat(document.name()).isEqualTo(Document.class.getName());
              assertThat(document.byValue()).isTrue();
              assertThat(document.reason()).isEqualTo("not in a jar, so no worker has it");
              assertThat(document.bytes()).isPositive();
            })
        .anySatisfy(
            tuple -> {
              assertThat(tuple.name()).isEqualTo("org.assertj.core.groups.Tuple");
              assertThat(tuple.byValue()).isFalse();
              assertThat(tuple.reason()).isEqualTo("a jar of the class path, used where it is");
              assertThat(tuple.bytes()).isZero();
            });
  }

  private record Dropping(String id, Class<?> type, Object by) implements PreparationLayer {
    @Override
    public boolean replaces(Class<?> asked) {
      return asked == type;
    }

    @Override
    public Object replace(Object value) {
      return by;
    }

    @Override
    public void prepare(Preparation task) {
      if (by != null) {
        task.include(Link.class, "told so");
      }
    }
  }

  @Test // C26
  void tellsWhatEachLayerDid() {
    Index index = index(1);
    Socket socket = new Socket();
    index.handle = List.of(socket, socket, new Socket(), new Thread());
    Explanation told =
        explain(
            index,
            new Dropping("sockets", Socket.class, new ArrayList<>()),
            new Dropping("threads", Thread.class, null));
    assertThat(told.refusals()).isEmpty();
    assertThat(told.layers())
        .extracting(LayerEntry::id)
        .containsExactly(
            "object-graph",
            "code-origin",
            "type-signatures",
            "statics",
            "worker-lookup",
            "sockets",
            "threads");
    assertThat(layer(told, "sockets").replaced())
        .containsExactly(new Replaced("java.net.Socket", "java.util.ArrayList", 2));
    assertThat(layer(told, "sockets").added()).containsExactly(Link.class.getName());
    assertThat(layer(told, "threads").replaced())
        .containsExactly(new Replaced("java.lang.Thread", "", 1));
    assertThat(told.toString())
        .contains("replaced 2 × java.net.Socket by java.util.ArrayList")
        .contains("dropped 1 × java.lang.Thread");
  }

  private static LayerEntry layer(Explanation told, String id) {
    return told.layers().stream().filter(layer -> layer.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void onlyCountsClassesThatTheReaderKnows() {
    Explanation told = explain(index(1));
    // The largest: of the others only some are listed.
    String name = ExplainerTest.class.getName();
    assertThat(told.toText(200, false)).contains(name + " ").doesNotContain("told before");
    String again = told.toText(200, false, entry -> entry.name().equals(name));
    assertThat(again).doesNotContain("kB  " + name + " ").contains("… 1 told before");
  }

  @Test
  void textFitsItsWidthAndIsPlainUnlessColoursAreAskedFor() {
    Explanation told = explain(index(3000).task());
    assertThat(told.toText(60, false).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
    assertThat(told.toText(60, false)).doesNotContain("\u001b");
    assertThat(told.toText(60, true)).contains("\u001b[1m");
    assertThat(told.toText(60, true).replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(told.toText(60, false));
  }
}
