package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.PreparationException;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.RefusedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CodecTest {

  private final NormalForm forms =
      NormalForms.over(getClass().getClassLoader(), List.of(), List.of());

  /** Recurses once a link, as libraries do. */
  private static final class Recursing implements Marshaller {

    volatile int written;
    volatile String wroteOn;
    volatile String readOn;

    @Override
    public ByteBuffer write(Object root, Consumer<Class<?>> seen) {
      written++;
      wroteOn = Thread.currentThread().getName();
      return ByteBuffer.allocate(4).putInt(depth(root)).flip();
    }

    private static int depth(Object value) {
      return value instanceof List<?> list && !list.isEmpty() ? 1 + depth(list.get(0)) : 0;
    }

    @Override
    public Object read(ByteBuffer bytes) {
      readOn = Thread.currentThread().getName();
      return nested(bytes.getInt());
    }

    private static List<Object> nested(int depth) {
      List<Object> list = new ArrayList<>();
      if (depth > 0) {
        list.add(nested(depth - 1));
      }
      return list;
    }
  }

  private static List<Object> nested(int depth) {
    List<Object> inner = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      inner = new ArrayList<>(List.<Object>of(inner));
    }
    return inner;
  }

  @Test // C20
  void givesDeepGraphsABigStackOnBothWays() {
    Recursing recursing = new Recursing();
    try (Codec codec = new Codec(recursing, forms)) {
      ByteBuffer bytes = codec.encode(nested(100_000));
      Object decoded = codec.decode(bytes);
      int depth = 0;
      for (Object at = decoded; !((List<?>) at).isEmpty(); at = ((List<?>) at).get(0)) {
        depth++;
      }
      assertThat(depth).isEqualTo(100_000);
      assertThat(recursing.wroteOn).isEqualTo("entourage-deep");
      assertThat(recursing.readOn).isEqualTo("entourage-deep");
    }
  }

  @Test
  void keepsShallowGraphsOnTheCallersThread() {
    Recursing recursing = new Recursing();
    try (Codec codec = new Codec(recursing, forms)) {
      codec.decode(codec.encode(nested(10)));
    }
    assertThat(recursing.wroteOn).isEqualTo(Thread.currentThread().getName());
    assertThat(recursing.readOn).isEqualTo(Thread.currentThread().getName());
  }

  /** What the walk met near the root by one way, a library may reach by a long one. */
  @Test
  void triesAgainWhereTheDepthWasUnderestimated() {
    try (Codec codec = new Codec(new Recursing(), forms)) {
      Codec.Encoded encoded =
          codec.encode(new PreparedTask(nested(200_000), Set.of(), 1, Statics.none()));
      assertThat(encoded.bytes().getInt(0)).isEqualTo(200_000);
      assertThat(codec.decode(encoded.bytes())).isInstanceOf(List.class);
    }
  }

  /** It doesn't say how deep graphs are, so each is walked first. */
  @Test
  void triesAMarshallerWithAWayOfItsOwnJustOnce() {
    Recursing recursing = new Recursing();
    try (Codec codec = new Codec(recursing, forms)) {
      codec.encode(nested(10));
      assertThat(recursing.written).isEqualTo(2);
      codec.encode(nested(10));
      assertThat(recursing.written).isEqualTo(3);
    }
  }

  @Test
  void neverLetsAStackOverflowEscape() {
    Marshaller endless =
        new Marshaller() {
          @Override
          public ByteBuffer write(Object root, Consumer<Class<?>> seen) {
            throw new StackOverflowError();
          }

          @Override
          public Object read(ByteBuffer bytes) {
            throw new StackOverflowError();
          }
        };
    try (Codec codec = new Codec(endless, forms)) {
      assertThatThrownBy(() -> codec.encode((Object) "x")).isInstanceOf(PreparationException.class);
      assertThatThrownBy(() -> codec.decode(ByteBuffer.allocate(8)))
          .isInstanceOf(MarshallingException.class);
    }
  }

  @Test
  void findsThePathToWhatTheMarshallerRefused() {
    StringBuilder culprit = new StringBuilder();
    Marshaller refusing =
        new Marshaller() {
          @Override
          public ByteBuffer write(Object root, Consumer<Class<?>> seen) {
            throw new RefusedException("not mine", culprit);
          }

          @Override
          public Object read(ByteBuffer bytes) {
            return null;
          }
        };
    try (Codec codec = new Codec(refusing, forms)) {
      assertThatThrownBy(() -> codec.encode(new Object[] {1, List.of(culprit)}))
          .isInstanceOf(PreparationException.class)
          .hasMessage(
              "java.lang.Object[] → [1] → [0] → java.lang.StringBuilder can't travel: not mine");
    }
  }

  @Test
  void refusesBytesThatEndTooSoon() {
    try (Codec codec = new Codec(new Recursing(), forms)) {
      assertThatThrownBy(() -> codec.decode(ByteBuffer.allocate(3)))
          .isInstanceOf(MarshallingException.class);
      assertThatThrownBy(() -> codec.decode(ByteBuffer.allocate(8).putInt(4, -1)))
          .isInstanceOf(MarshallingException.class);
    }
  }

  @Test
  void encodesNull() {
    Codec codec = Travel.codec(getClass().getClassLoader());
    assertThat(codec.decode(codec.encode((Object) null))).isNull();
  }

  @Test
  void leavesTheBytesBeforeTheTrailerInPlace() {
    byte[] roomy = new byte[64];
    ByteBuffer content = ByteBuffer.wrap(roomy, 8, 16).slice();
    content.put(0, (byte) 42);
    ByteBuffer whole = Trailer.append(content, 7);
    assertThat(Trailer.depth(whole)).isEqualTo(7);
    assertThat(Trailer.content(whole).get(0)).isEqualTo((byte) 42);
    assertThat(Trailer.content(whole).remaining()).isEqualTo(16);
  }
}
