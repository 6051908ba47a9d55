package dev.entourage.backend.fory;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.TableMarshaller;
import java.nio.ByteBuffer;
import org.apache.fory.memory.MemoryUtils;

/** Writes tables into Fory's buffers, and reads them. */
final class ForyMarshaller extends TableMarshaller {

  ForyMarshaller(NormalForm normalForm) {
    super(normalForm);
  }

  @Override
  protected ByteBuffer encode(NodeTable table) {
    return new ForyWriter(table).write(table);
  }

  @Override
  protected NodeTable decode(byte[] bytes, int offset, int length) {
    return new ForyReader(MemoryUtils.wrap(bytes, offset, length)).read();
  }
}
