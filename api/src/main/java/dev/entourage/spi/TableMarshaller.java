package dev.entourage.spi;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A marshaller over a library: the normal form lays graphs out as {@link NodeTable}s, and a
 * subclass writes the arrays of a table with its library. No class of the user's ever reaches the
 * library.
 *
 * <p>A subclass is called by many threads at once.
 *
 * @since 0.1
 */
public abstract class TableMarshaller implements Marshaller {

  private final NormalForm normalForm;
  private final TableEncoder encoder = this::encode;

  /**
   * For subclasses.
   *
   * @param normalForm lays graphs out
   */
  protected TableMarshaller(NormalForm normalForm) {
    this.normalForm = normalForm;
  }

  /**
   * Encodes a table.
   *
   * @param table not changed; none of its arrays is kept, for they are used again
   * @return a heap buffer that belongs to the caller
   * @throws IOException when the library does
   */
  protected abstract ByteBuffer encode(NodeTable table) throws IOException;

  /**
   * Decodes a table from bytes that may be hostile: no length may claim more than there is left,
   * and nothing may follow the table.
   *
   * @param bytes holds the table; not changed, and kept by nothing but the steps of the table
   * @param offset where it begins
   * @param length how long it is
   * @return what {@link #encode} was given
   * @throws IOException when the library does
   */
  protected abstract NodeTable decode(byte[] bytes, int offset, int length) throws IOException;

  @Override
  public final ByteBuffer write(Object root, Consumer<Class<?>> seen) {
    try {
      List<LongArray> longs = new ArrayList<>(0);
      ByteBuffer table = normalForm.encode(root, seen, longs, encoder);
      return LongArrays.append(table, longs, normalForm::memory);
    } catch (EntourageException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new MarshallingException("The object graph could not be encoded: " + e, e);
    }
  }

  @Override
  public final Object read(ByteBuffer bytes) {
    try {
      List<ByteBuffer> parts = LongArrays.split(bytes);
      return normalForm.graph(table(parts.get(0)), parts.subList(1, parts.size()));
    } catch (EntourageException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new MarshallingException("The bytes could not be decoded: " + e, e);
    }
  }

  private NodeTable table(ByteBuffer bytes) throws IOException {
    if (bytes.hasArray()) {
      return decode(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return decode(copy, 0, copy.length);
  }

  /**
   * Checks the sizes of a table's arrays before room is made for them.
   *
   * @param left how many bytes are left, of which each element takes one at least
   * @param sizes what the bytes claim
   * @throws MarshallingException when the elements can't all be there
   */
  public static void checkSizes(int left, int... sizes) {
    long sum = 0;
    for (int size : sizes) {
      sum += size & 0xffff_ffffL;
    }
    if (sum > left) {
      throw damaged("sizes=" + Arrays.toString(sizes) + " left=" + left);
    }
  }

  /**
   * Says whether one byte is enough for each character of a text.
   *
   * @param text any text
   * @return true when all are of ISO 8859-1
   */
  public static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return false;
      }
    }
    return true;
  }

  /**
   * Makes the error for bytes that can't be a table.
   *
   * @param how what is wrong
   * @return the error, to be thrown
   */
  public static MarshallingException damaged(String how) {
    return new MarshallingException(
        "The bytes are damaged, or were not written by this backend: " + how);
  }
}
