package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MethodCodeTest {

  private static final ConstantPool EMPTY = ConstantPool.read(ByteBuffer.wrap(new byte[] {0, 1}));

  /** Four instructions that do nothing, and a switch that is minus four bytes long. */
  @Test
  void refusesASwitchThatLeadsBack() {
    ByteBuffer code = ByteBuffer.allocate(32).putInt(0).put((byte) 0xab);
    code.position(12).putInt(-2).rewind();
    assertThatThrownBy(() -> MethodCode.read(false, code, EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a class file: cases=-2");
  }

  @Test
  void refusesATableWhoseEndComesFirst() {
    ByteBuffer code = ByteBuffer.allocate(32).putInt(0).put((byte) 0xaa);
    code.position(12).putInt(9).putInt(4).rewind();
    assertThatThrownBy(() -> MethodCode.read(false, code, EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a class file: cases=-4");
  }
}
