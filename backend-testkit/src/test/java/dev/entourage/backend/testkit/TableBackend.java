package dev.entourage.backend.testkit;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The least that a backend can be; what it reads can be spoiled. */
record TableBackend(UnaryOperator<NodeTable> spoil) implements SerializationBackend {

  @Override
  public String id() {
    return "table";
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of();
  }

  @Override
  public Marshaller marshaller(NormalForm normalForm) {
    return new Marshaller() {
      @Override
      public ByteBuffer write(Object root, Consumer<Class<?>> seen) {
        return toBytes(normalForm.table(root, seen));
      }

      @Override
      public Object read(ByteBuffer bytes) {
        return normalForm.graph(spoil.apply(toTable(bytes)));
      }
    };
  }

  private static ByteBuffer toBytes(NodeTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Object[] {table.texts(), table.rows(), table.values(), table.blobs()});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static NodeTable toTable(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(copy))) {
      Object[] all = (Object[]) in.readObject();
      return new NodeTable((String[]) all[0], (int[]) all[1], (long[]) all[2], (byte[][]) all[3]);
    } catch (IOException | ClassNotFoundException e) {
      throw new MarshallingException("The bytes are damaged", e);
    }
  }
}
