package dev.entourage.backend.testkit;

import dev.entourage.MarshallingException;
import dev.entourage.spi.LongArray;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.spi.Steps;
import dev.entourage.spi.TableMarshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** No {@link TableMarshaller}, which would make errors of ours of all. */
  @Override
  public Marshaller marshaller(NormalForm normalForm) {
    return new Marshaller() {
      @Override
      public ByteBuffer write(Object root, Consumer<Class<?>> seen) {
        List<LongArray> longs = new ArrayList<>();
        try {
          return normalForm.encode(root, seen, longs, table -> toBytes(table, longs));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public Object read(ByteBuffer bytes) {
        Object[] all = fromBytes(bytes);
        NodeTable table =
            new NodeTable(
                (String[]) all[0],
                (int[]) all[1],
                (long[]) all[2],
                (byte[][]) all[3],
                Steps.of((byte[]) all[4]));
        List<ByteBuffer> longs = Arrays.stream((byte[][]) all[5]).map(ByteBuffer::wrap).toList();
        return normalForm.graph(spoil.apply(table), longs);
      }
    };
  }

  private static ByteBuffer toBytes(NodeTable table, List<LongArray> longs) {
    Steps steps = table.steps();
    return toBytes(
        table.texts(),
        table.rows(),
        table.values(),
        table.blobs(),
        Arrays.copyOfRange(steps.array(), steps.start(), steps.start() + steps.size()),
        longs.stream().map(TableBackend::elements).toArray(byte[][]::new));
  }

  private static byte[] elements(LongArray array) {
    byte[] bytes = new byte[array.bytes()];
    array.copyTo(ByteBuffer.wrap(bytes));
    return bytes;
  }

  private static ByteBuffer toBytes(Object... all) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static Object[] fromBytes(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(copy))) {
      return (Object[]) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new MarshallingException("The bytes are damaged", e);
    }
  }
}
