package dev.entourage.backend.protostuff;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.TableMarshaller;
import io.protostuff.ByteArrayInput;
import io.protostuff.LinkedBuffer;
import io.protostuff.ProtostuffIOUtil;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes tables as messages, and reads them. */
final class ProtostuffMarshaller extends TableMarshaller {

  private static final int FIRST_BUFFER = 1024;

  ProtostuffMarshaller(NormalForm normalForm) {
    super(normalForm);
  }

  @Override
  protected ByteBuffer encode(NodeTable table) {
    LinkedBuffer buffer = LinkedBuffer.allocate(FIRST_BUFFER);
    TableMessage message = TableMessage.of(table);
    return ByteBuffer.wrap(ProtostuffIOUtil.toByteArray(message, TableSchema.INSTANCE, buffer));
  }

  @Override
  protected NodeTable decode(byte[] bytes, int offset, int length) throws IOException {
    TableMessage message = new TableMessage(bytes);
    TableSchema.INSTANCE.mergeFrom(new ByteArrayInput(bytes, offset, length, false), message);
    return message.toTable();
  }
}
