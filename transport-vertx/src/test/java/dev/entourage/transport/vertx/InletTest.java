package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InletTest {

  private static final long SECOND = 1_000_000_000L;

  private final List<byte[]> frames = new ArrayList<>();
  private final Inlet inlet = new Inlet(frames::add);

  @Test
  void wholeFramesPassUncopied() throws Exception {
    byte[] frame = {1, 2};
    inlet.accept(Part.whole("l", 0, frame), 0);

    assertThat(frames).singleElement().isSameAs(frame);
  }

  @Test
  void slicesBecomeOneFrame() throws Exception {
    inlet.accept(slice(0, 5, 0, 1, 2), 0);
    inlet.accept(slice(1, 5, 2, 3), 0);
    assertThat(frames).isEmpty();
    inlet.accept(slice(2, 5, 3, 4, 5), 0);

    assertThat(frames).singleElement().isEqualTo(new byte[] {1, 2, 3, 4, 5});
  }

  @Test
  void earlyPartsWaitForTheirTurn() throws Exception {
    inlet.accept(whole(2, 2), 0);
    inlet.accept(slice(1, 2, 1, 1), 0);
    assertThat(frames).isEmpty();
    inlet.accept(slice(0, 2, 0, 0), 0);

    assertThat(frames).containsExactly(new byte[] {0, 1}, new byte[] {2});
  }

  @Test
  void aPartThatComesAgainIsDropped() throws Exception {
    inlet.accept(whole(0, 1), 0);
    inlet.accept(whole(0, 1), 0);
    inlet.accept(whole(2, 3), 0);
    inlet.accept(whole(2, 3), 0);
    inlet.accept(whole(1, 2), 0);

    assertThat(frames).containsExactly(new byte[] {1}, new byte[] {2}, new byte[] {3});
  }

  @Test
  void refusesASliceThatChangesTheTotal() throws Exception {
    inlet.accept(slice(0, 10, 0, 1), 0);

    assertThatThrownBy(() -> inlet.accept(slice(1, 9, 1, 1), 0))
        .isInstanceOf(BrokenLinkException.class)
        .hasMessageContaining("total=9");
  }

  @Test
  void refusesASliceThatLeavesAGapOrOverlaps() throws Exception {
    inlet.accept(slice(0, 10, 0, 1, 2), 0);

    assertThatThrownBy(() -> inlet.accept(slice(1, 10, 3, 1), 0))
        .isInstanceOf(BrokenLinkException.class)
        .hasMessageContaining("offset=3");

    Inlet other = new Inlet(frames::add);
    other.accept(slice(0, 10, 0, 1, 2), 0);
    assertThatThrownBy(() -> other.accept(slice(1, 10, 1, 1), 0))
        .isInstanceOf(BrokenLinkException.class);
  }

  @Test
  void refusesAFrameThatBeginsInItsMiddle() {
    assertThatThrownBy(() -> inlet.accept(slice(0, 10, 5, 1), 0))
        .isInstanceOf(BrokenLinkException.class);
  }

  @Test
  void refusesAWholeFrameWithinAnother() throws Exception {
    inlet.accept(slice(0, 10, 0, 1), 0);

    assertThatThrownBy(() -> inlet.accept(whole(1, 1), 0)).isInstanceOf(BrokenLinkException.class);
  }

  @Test
  void refusesEmptySlicesThatWouldNeverEnd() {
    assertThatThrownBy(() -> inlet.accept(new Part("l", 0, 10, 0, new byte[0]), 0))
        .isInstanceOf(BrokenLinkException.class);
  }

  @Test
  void anAnnouncedGigabyteCostsNothing() throws Exception {
    for (int i = 0; i < 10_000; i++) {
      new Inlet(frames::add).accept(slice(0, PartCodec.MAX_FRAME, 0, 1), 0);
    }

    assertThat(frames).isEmpty();
  }

  @Test
  void holdsBackNoMoreThanCanBeUnderWay() throws Exception {
    for (int i = 1; i <= Outlet.MAX_PARTS_UNDER_WAY; i++) {
      inlet.accept(whole(i, 1), 0);
    }

    assertThatThrownBy(() -> inlet.accept(whole(Outlet.MAX_PARTS_UNDER_WAY + 1, 1), 0))
        .isInstanceOf(BrokenLinkException.class)
        .hasMessageContaining("a part was lost: number=0");
  }

  @Test
  void boundsTheBytesItHoldsBack() throws Exception {
    byte[] slice = new byte[PartCodec.MAX_BYTES];
    for (int i = 1; i <= 9; i++) {
      inlet.accept(new Part("l", i, slice.length, 0, slice), 0);
    }

    assertThatThrownBy(() -> inlet.accept(new Part("l", 10, slice.length, 0, slice), 0))
        .isInstanceOf(BrokenLinkException.class);
  }

  @Test
  void tellsHowLongAFrameHasBeenIncomplete() throws Exception {
    assertThat(inlet.stalled(100 * SECOND)).isZero();
    inlet.accept(slice(0, 3, 0, 1), 100 * SECOND);
    inlet.accept(slice(1, 3, 1, 1), 110 * SECOND);
    assertThat(inlet.stalled(115 * SECOND)).isEqualTo(5 * SECOND);
    inlet.accept(slice(2, 3, 2, 1), 120 * SECOND);
    assertThat(inlet.stalled(200 * SECOND)).isZero();
  }

  @Test
  void tellsHowLongAPartHasBeenMissing() throws Exception {
    inlet.accept(whole(0, 1), SECOND);
    inlet.accept(whole(2, 1), 50 * SECOND);
    inlet.accept(whole(3, 1), 60 * SECOND);
    assertThat(inlet.stalled(70 * SECOND)).isEqualTo(20 * SECOND);
    inlet.accept(whole(1, 1), 71 * SECOND);
    assertThat(inlet.stalled(90 * SECOND)).isZero();
  }

  @Test
  void tellsHowLongAgoTheLastPartsWereSentThatNeverCame() throws Exception {
    inlet.accept(whole(0, 1), SECOND);
    inlet.told(1, 50 * SECOND);
    assertThat(inlet.stalled(60 * SECOND)).isZero();
    inlet.told(3, 60 * SECOND);
    inlet.told(3, 61 * SECOND);
    assertThat(inlet.stalled(65 * SECOND)).isEqualTo(5 * SECOND);
    inlet.accept(whole(1, 1), 66 * SECOND);
    assertThat(inlet.stalled(70 * SECOND)).isEqualTo(4 * SECOND);
    inlet.accept(whole(2, 1), 71 * SECOND);
    inlet.told(2, 72 * SECOND); // An older beat overtaken by the parts.
    assertThat(inlet.stalled(90 * SECOND)).isZero();
  }

  private static Part whole(long number, int value) {
    return Part.whole("l", number, new byte[] {(byte) value});
  }

  private static Part slice(long number, int total, int offset, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Part("l", number, total, offset, bytes);
  }
}
