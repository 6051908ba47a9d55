package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class OutletTest {

  private static final int MIB = 1 << 20;

  private final FakeWire wire = new FakeWire();
  private final List<Throwable> broken = new ArrayList<>();
  private final Outlet outlet = new Outlet("l", wire, broken::add);

  @Test
  void smallFramesGoWholeAndInOrder() {
    outlet.send(new byte[] {1});
    outlet.send(new byte[] {2});
    wire.runAll();

    assertThat(wire.written).extracting(Part::number).containsExactly(0L, 1L);
    assertThat(wire.written).allMatch(Part::isWhole);
  }

  @Test
  void largeFramesGoInSlicesThatMakeTheFrame() throws Exception {
    byte[] frame = new byte[3 * MIB + 5];
    new java.util.Random(1).nextBytes(frame);
    outlet.send(frame.clone());
    wire.runAll();

    assertThat(wire.written)
        .extracting(part -> part.bytes().length)
        .containsExactly(MIB, MIB, MIB, 5);
    List<byte[]> back = new ArrayList<>();
    Inlet inlet = new Inlet(back::add);
    for (Part part : wire.written) {
      inlet.accept(part, 0);
    }
    assertThat(back).singleElement().isEqualTo(frame);
  }

  @Test
  void aFrameOfExactlyOneSliceGoesWhole() {
    outlet.send(new byte[MIB]);
    wire.runAll();

    assertThat(wire.written).singleElement().matches(Part::isWhole);
  }

  @Test
  void boundsTheBytesUnderWay() {
    outlet.send(new byte[100 * MIB]);
    wire.runAll();
    assertThat(wire.written).hasSize(8);

    wire.completeOne();
    assertThat(wire.written).hasSize(9);
  }

  @Test
  void boundsThePartsUnderWay() {
    for (int i = 0; i < 3_000; i++) {
      outlet.send(new byte[1]);
    }
    wire.runAll();
    assertThat(wire.written).hasSize(Outlet.MAX_PARTS_UNDER_WAY);
  }

  @Test
  void manyFramesThatLeaveAtOnceDoNotDeepenTheStack() {
    wire.atOnce = true;
    for (int i = 0; i < 200_000; i++) {
      outlet.send(new byte[1]);
    }
    wire.runAll();

    assertThat(wire.written).hasSize(200_000);
  }

  @Test
  void aPartThatCouldNotLeaveIsTriedAgain() {
    outlet.send(new byte[] {1});
    wire.runAll();
    wire.failOne();
    wire.runLater();

    assertThat(wire.written).extracting(Part::number).containsExactly(0L, 0L);
    wire.completeOne();
    assertThat(broken).isEmpty();
  }

  @Test
  void aPartThatCannotLeaveForTooLongBreaksTheLinkOnce() {
    outlet.send(new byte[1]);
    outlet.send(new byte[1]);
    wire.runAll();
    wire.now += Outlet.PATIENCE;
    wire.failOne();
    wire.failOne();

    assertThat(broken).singleElement().asString().contains("unreachable");
    outlet.send(new byte[1]);
    wire.runAll();
    wire.runLater();
    assertThat(wire.written).hasSize(2);
  }

  @Test
  void nothingLeavesAfterClose() {
    outlet.send(new byte[1]);
    outlet.close();
    wire.runAll();
    outlet.send(new byte[1]);
    wire.runAll();

    assertThat(wire.written).isEmpty();
  }

  @Test
  void refusesAFrameThatNoReceiverWouldTake() {
    byte[] tooLarge = new byte[PartCodec.MAX_FRAME + 1];

    assertThatThrownBy(() -> outlet.send(tooLarge))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most=" + PartCodec.MAX_FRAME);
  }

  private static final class FakeWire implements Wire {

    final List<Part> written = new ArrayList<>();
    final Queue<Promise<Void>> underWay = new ArrayDeque<>();
    final Queue<Runnable> tasks = new ArrayDeque<>();
    final Queue<Runnable> delayed = new ArrayDeque<>();
    boolean atOnce;
    long now;

    void runAll() {
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        task.run();
      }
    }

    void runLater() {
      for (Runnable task = delayed.poll(); task != null; task = delayed.poll()) {
        task.run();
      }
    }

    void completeOne() {
      underWay.remove().complete();
    }

    void failOne() {
      underWay.remove().fail("unreachable");
    }

    @Override
    public Part close(Part part) {
      return part;
    }

    @Override
    public Future<Void> write(Part part) {
      written.add(part);
      if (atOnce) {
        return Future.succeededFuture();
      }
      Promise<Void> promise = Promise.promise();
      underWay.add(promise);
      return promise.future();
    }

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    @Override
    public void later(Runnable task) {
      delayed.add(task);
    }

    @Override
    public long now() {
      return now;
    }
  }
}
