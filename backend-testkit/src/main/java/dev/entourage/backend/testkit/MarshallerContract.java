package dev.entourage.backend.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.preparer.NormalForms;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.RefusedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a marshaller must do with buffers, threads and failures. */
abstract class MarshallerContract extends PropertyContract {

  private final Program program = Program.load("Pipelines");

  /** A marshaller whose loader finds the classes of the sample. */
  final Marshaller marshaller() {
    return over(program.main().getClassLoader());
  }

  private Marshaller over(ClassLoader loader) {
    return made().marshaller(NormalForms.over(loader, List.of(), List.of()));
  }

  /** Objects, records, lists and maps of a user. */
  final Object sample() {
    return new Object[] {program.roots()[0], Map.of("k", List.of(1, 2)), new long[] {1, 2}};
  }

  final String show(Object sample) {
    return program.show(((Object[]) sample)[0]) + ((Object[]) sample)[1];
  }

  final byte[] bytes() {
    ByteBuffer written = marshaller().write(sample(), type -> {});
    byte[] bytes = new byte[written.remaining()];
    written.get(bytes);
    return bytes;
  }

  @Test
  void carriesNull() {
    Marshaller marshaller = marshaller();
    assertThat(marshaller.read(marshaller.write(null, type -> {}))).isNull();
  }

  @Test
  void writesHeapBuffersThatAreReadyToBeRead() {
    ByteBuffer written = marshaller().write(sample(), type -> {});
    assertThat(written.hasArray()).isTrue();
    assertThat(written.remaining()).isPositive();
  }

  @Test
  void readsAnyBufferAndLeavesItAlone() {
    byte[] bytes = bytes();
    byte[] framed = new byte[bytes.length + 20];
    Arrays.fill(framed, (byte) 0x55);
    System.arraycopy(bytes, 0, framed, 7, bytes.length);
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    ByteBuffer part = ByteBuffer.wrap(framed, 7, bytes.length);
    for (ByteBuffer each : List.of(part, part.slice(), part.asReadOnlyBuffer(), direct)) {
      ByteBuffer before = each.duplicate();
      assertThat(show(marshaller().read(each))).isEqualTo(show(sample()));
      assertThat(each).isEqualTo(before);
      assertThat(each.position()).isEqualTo(before.position());
    }
    assertThat(Arrays.copyOfRange(framed, 7, 7 + bytes.length)).isEqualTo(bytes);
  }

  @Test
  void tellsTheClassesThatItWrites() {
    Set<String> seen = new HashSet<>();
    marshaller().write(sample(), type -> seen.add(type.getName()));
    assertThat(seen)
        .contains("cases.Pipelines$Reranker", "cases.Pipelines$Encoder", "cases.Pipelines$Document")
        .noneMatch(name -> name.contains("Lambda"));
  }

  @Test
  void namesTheClassThatIsMissing() {
    ClassLoader bare = ClassLoader.getPlatformClassLoader();
    assertThatThrownBy(() -> over(bare).read(ByteBuffer.wrap(bytes())))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("cases.Pipelines$");
  }

  @Test
  void refusesAnObjectByIdentity() {
    Object thread = new Thread();
    assertThatThrownBy(() -> marshaller().write(List.of(thread), type -> {}))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.culprit()).isSameAs(thread));
  }

  @Test
  void worksOnAfterAFailure() {
    Marshaller marshaller = marshaller();
    byte[] bytes = bytes();
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> marshaller.write(List.of(new Thread()), type -> {}))
          .isInstanceOf(RefusedException.class);
      assertThatThrownBy(() -> marshaller.read(ByteBuffer.wrap(bytes, 0, bytes.length / 2)))
          .isInstanceOf(MarshallingException.class);
      assertThat(show(marshaller.read(ByteBuffer.wrap(bytes)))).isEqualTo(show(sample()));
    }
  }

  @Test
  void worksOnManyThreadsAtOnce() throws Exception {
    Marshaller marshaller = marshaller();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int number = i;
        all.add(threads.submit(() -> returns(marshaller, number)));
      }
      for (Future<Boolean> each : all) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean returns(Marshaller marshaller, int number) {
    Object[] sent = {sample(), number, new ArrayList<>(List.of("text " + number))};
    Object[] back = (Object[]) marshaller.read(marshaller.write(sent, type -> {}));
    return back[1].equals(number) && back[2].equals(sent[2]) && show(back[0]).equals(show(sent[0]));
  }
}
