package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.io.Input;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.TableMarshaller;
import java.nio.ByteBuffer;

/** Writes tables with Kryo's output, and reads them with its input. */
final class KryoMarshaller extends TableMarshaller {

  /** The first byte of each graph. */
  static final byte FORMAT = 'K';

  KryoMarshaller(NormalForm normalForm) {
    super(normalForm);
  }

  @Override
  protected ByteBuffer encode(NodeTable table) {
    return new KryoWriter(table).write(table);
  }

  @Override
  protected NodeTable decode(byte[] bytes, int offset, int length) {
    return new KryoReader(new Input(bytes, offset, length)).read();
  }
}
