package dev.entourage.backend.fst;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.TableMarshaller;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.nustaq.serialization.FSTConfiguration;

/** Writes tables in FST's encoding, and reads them. */
final class FstMarshaller extends TableMarshaller {

  /** FST's only configuration that looks into no class of the JDK; it is thread-safe. */
  static final FSTConfiguration BARE = FSTConfiguration.createStructConfiguration();

  /** One that failed isn't kept: nobody knows its state. */
  private final AtomicReference<FstWriter> spare = new AtomicReference<>();

  FstMarshaller(NormalForm normalForm) {
    super(normalForm);
  }

  @Override
  protected ByteBuffer encode(NodeTable table) throws IOException {
    FstWriter known = spare.getAndSet(null);
    FstWriter writer = known != null ? known : new FstWriter(BARE);
    ByteBuffer bytes = writer.write(table);
    spare.set(writer);
    return bytes;
  }

  /** FST reads to the end of an array, whatever it was told of the length. */
  @Override
  protected NodeTable decode(byte[] bytes, int offset, int length) throws IOException {
    boolean exact = offset == 0 && length == bytes.length;
    return read(exact ? bytes : Arrays.copyOfRange(bytes, offset, offset + length));
  }

  private static NodeTable read(byte[] bytes) throws IOException {
    FstReader reader = new FstReader(BARE, bytes);
    checkSizes(reader.left(), reader.sizes());
    NodeTable table = reader.table();
    if (reader.left() != 0) {
      throw damaged("there is something behind their end");
    }
    return table;
  }
}
