package dev.entourage.backend.protostuff;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import io.protostuff.ByteArrayInput;
import io.protostuff.LinkedBuffer;
import io.protostuff.ProtostuffIOUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Writes graphs as tables, and reads them. */
final class ProtostuffMarshaller implements Marshaller {

  private static final int FIRST_BUFFER = 1024;

  private final NormalForm normalForm;

  ProtostuffMarshaller(NormalForm normalForm) {
    this.normalForm = normalForm;
  }

  @Override
  public ByteBuffer write(Object root, Consumer<Class<?>> seen) {
    try {
      TableMessage message = TableMessage.of(normalForm.table(root, seen));
      LinkedBuffer buffer = LinkedBuffer.allocate(FIRST_BUFFER);
      return ByteBuffer.wrap(ProtostuffIOUtil.toByteArray(message, TableSchema.INSTANCE, buffer));
    } catch (EntourageException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new MarshallingException("The object graph could not be encoded: " + e, e);
    }
  }

  @Override
  public Object read(ByteBuffer bytes) {
    try {
      return normalForm.graph(readMessage(bytes).toTable());
    } catch (EntourageException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new MarshallingException("The bytes could not be decoded: " + e, e);
    }
  }

  private static TableMessage readMessage(ByteBuffer bytes) throws IOException {
    TableMessage message = new TableMessage();
    TableSchema.INSTANCE.mergeFrom(input(bytes), message);
    return message;
  }

  private static ByteArrayInput input(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      int start = bytes.arrayOffset() + bytes.position();
      return new ByteArrayInput(bytes.array(), start, bytes.remaining(), false);
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return new ByteArrayInput(copy, false);
  }
}
