package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class PartCodecTest {

  private static final int KIND = 2;
  private static final int NUMBER = KIND + 1;
  private static final int TOTAL = NUMBER + 2 * 8;
  private static final int OFFSET = TOTAL + 4;
  private static final int LENGTH = OFFSET + 4;

  /** Three bytes and the tag of a closed part. */
  private static final byte[] BYTES = "123 and sixteen more".substring(0, 19).getBytes();

  private final PartCodec codec = new PartCodec();

  @Test
  void aPartComesBackAsItWas() {
    Buffer wire = wire();
    Part part = codec.decodeFromWire(3, Buffer.buffer("abc").appendBuffer(wire));

    assertThat(part.link()).isEqualTo("s");
    assertThat(part.kind()).isEqualTo(Part.Kind.BEAT);
    assertThat(part.number()).isEqualTo(7);
    assertThat(part.heard()).isEqualTo(-1);
    assertThat(part.total()).isEqualTo(100);
    assertThat(part.offset()).isEqualTo(50);
    assertThat(part.bytes()).isEqualTo(BYTES);
  }

  @Test
  void withinAJvmTheVeryPartIsHandedOver() {
    Part part = Part.whole("s", 0, new byte[1]);

    assertThat(codec.transform(part)).isSameAs(part);
  }

  @Test
  void refusesATotalAboveTheCapBeforeAllocating() {
    assertRefused(wire().setInt(TOTAL, Integer.MAX_VALUE), "total=2147483647");
    assertRefused(wire().setInt(TOTAL, -1), "total=-1");
  }

  @Test
  void refusesALengthThatIsNotThere() {
    assertRefused(wire().setInt(LENGTH, 1 << 20), "offset=50");
    assertRefused(wire().setInt(LENGTH, 18), "size=20");
    assertRefused(wire().setInt(LENGTH, 15), "length=15");
    assertRefused(wire().setInt(LENGTH, Integer.MAX_VALUE), "length=2147483647");
    assertRefused(wire().setInt(LENGTH, -3), "length=-3");
  }

  @Test
  void refusesAnOffsetOutsideTheFrame() {
    assertRefused(wire().setInt(OFFSET, 98), "offset=98");
    assertRefused(wire().setInt(OFFSET, -1), "offset=-1");
    assertRefused(wire().setInt(OFFSET, Integer.MAX_VALUE), "offset=2147483647");
  }

  @Test
  void refusesAKindThatThereIsNot() {
    assertRefused(wire().setByte(KIND, (byte) 3), "kind=3");
    assertRefused(wire().setByte(KIND, (byte) -1), "kind=255");
  }

  @Test
  void refusesANegativeNumberAndAnEmptyLink() {
    assertRefused(wire().setLong(NUMBER, -1), "number=-1");
    assertRefused(wire().setShort(0, (short) 0), "link=0");
    assertRefused(wire().setShort(0, (short) -1), "link=65535");
  }

  @Test
  void refusesAMessageThatEndsEarly() {
    for (int length = 0; length < wire().length(); length++) {
      Buffer cut = wire().getBuffer(0, length);
      assertThatThrownBy(() -> codec.decodeFromWire(0, cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Buffer wire() {
    Buffer out = Buffer.buffer();
    codec.encodeToWire(out, new Part("s", Part.Kind.BEAT, 7, -1, 100, 50, BYTES));
    return out;
  }

  private void assertRefused(Buffer wire, String detail) {
    assertThatThrownBy(() -> codec.decodeFromWire(0, wire))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(detail);
  }
}
