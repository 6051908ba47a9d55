package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.Manifest.Entry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ManifestTest {

  @Property(tries = 300)
  void comesBackAsItWas(@ForAll("manifests") Manifest manifest) {
    Manifest back = Manifest.decode(manifest.encode());
    assertThat(back).isEqualTo(manifest);
    assertThat(back.id()).isEqualTo(Digest.of(manifest.encode()));
  }

  @Property(tries = 300)
  void refusesEveryTruncation(@ForAll("manifests") Manifest manifest, @ForAll int cut) {
    byte[] bytes = manifest.encode();
    byte[] shorter = Arrays.copyOf(bytes, Math.floorMod(cut, bytes.length));
    assertThatThrownBy(() -> Manifest.decode(shorter)).isInstanceOf(CodeUnavailableException.class);
  }

  @Property(tries = 1000)
  void refusesArbitraryBytes(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> Manifest.decode(bytes)).isInstanceOf(CodeUnavailableException.class);
  }

  @Property(tries = 500)
  void refusesOrReadsDamagedBytes(
      @ForAll("manifests") Manifest manifest, @ForAll int at, @ForAll byte value) {
    byte[] bytes = manifest.encode();
    bytes[Math.floorMod(at, bytes.length)] = value;
    try {
      assertThat(Manifest.decode(bytes).id()).isEqualTo(Digest.of(bytes));
    } catch (CodeUnavailableException e) {
      assertThat(e).hasMessageStartingWith("Not a manifest: ");
    }
  }

  @Test
  void refusesHugeCountsWithoutAllocating() {
    ByteBuffer bytes = ByteBuffer.allocate(64).putInt(0x454d4632).putInt(Integer.MAX_VALUE);
    assertThatThrownBy(() -> Manifest.decode(bytes.array()))
        .isInstanceOf(CodeUnavailableException.class)
        .hasMessageContaining("count=2147483647");
  }

  @Test
  void refusesEntriesOutOfOrder() {
    Entry b = new Entry("b", "p.A", Digest.of(new byte[] {1}));
    Entry a = new Entry("a", "p.B", Digest.of(new byte[] {2}));
    assertThatThrownBy(() -> Manifest.decode(ManifestFormat.encode(List.of(b, a), List.of())))
        .isInstanceOf(CodeUnavailableException.class)
        .hasMessageContaining("out of order");
  }

  @Test
  void refusesSourcesOutOfOrder() {
    ByteBuffer bytes = ByteBuffer.allocate(64).putInt(0x454d4632).putInt(2);
    bytes.putShort((short) 1).put((byte) 'b').putShort((short) 1).put((byte) 'a').putInt(0);
    byte[] whole = Arrays.copyOf(bytes.array(), bytes.position());
    assertThatThrownBy(() -> Manifest.decode(whole))
        .isInstanceOf(CodeUnavailableException.class)
        .hasMessageContaining("sources are out of order");
  }

  @Test
  void sortsBySourceAndName() {
    Entry b = new Entry("b", "p.A", Digest.of(new byte[] {1}));
    Entry a = new Entry("a", "p.B", Digest.of(new byte[] {2}));
    assertThat(Manifest.of(List.of(b, a)).entries()).containsExactly(a, b);
    assertThat(Manifest.of(List.of(b, a)).id()).isEqualTo(Manifest.of(List.of(a, b)).id());
  }

  @Provide
  Arbitrary<Manifest> manifests() {
    return entries().list().ofMaxSize(20).map(ManifestTest::unique).map(Manifest::of);
  }

  private static Arbitrary<Entry> entries() {
    Arbitrary<String> sources = Arbitraries.strings().ofMaxLength(8);
    Arbitrary<String> names =
        Arbitraries.strings().excludeChars('/', '[', ';').ofMinLength(1).ofMaxLength(12);
    Arbitrary<byte[]> files = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
    return Combinators.combine(sources, names, files)
        .as((source, name, file) -> new Entry(source, name, Digest.of(file)));
  }

  private static List<Entry> unique(List<Entry> entries) {
    Map<String, Entry> byName = new HashMap<>();
    entries.forEach(entry -> byName.put(entry.name(), entry));
    return List.copyOf(byName.values());
  }
}
