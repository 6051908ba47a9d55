package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.util.Pool;
import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Lends a Kryo to each call. One that failed is dropped: nobody knows its state. Each knows all
 * classes that it met, and so is held softly.
 */
final class KryoMarshaller implements Marshaller {

  /** The first byte of each graph. */
  static final byte FORMAT = 'K';

  private static final int KEPT = 8;

  private final Pool<EntourageKryo> pool;

  KryoMarshaller(NormalForm normalForm) {
    pool =
        new Pool<>(true, true, KEPT) {
          @Override
          protected EntourageKryo create() {
            return new EntourageKryo(normalForm);
          }
        };
  }

  @Override
  public ByteBuffer write(Object root, Consumer<Class<?>> seen) {
    try {
      EntourageKryo kryo = pool.obtain();
      ByteBuffer bytes = kryo.encode(root, seen);
      pool.free(kryo);
      return bytes;
    } catch (EntourageException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new MarshallingException("The object graph could not be encoded: " + reason(e), e);
    }
  }

  @Override
  public Object read(ByteBuffer bytes) {
    try {
      EntourageKryo kryo = pool.obtain();
      Object root = kryo.decode(bytes);
      pool.free(kryo);
      return root;
    } catch (EntourageException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new MarshallingException("The bytes could not be decoded: " + reason(e), e);
    }
  }

  private static String reason(Throwable e) {
    return e instanceof KryoException && e.getMessage() != null ? e.getMessage() : e.toString();
  }

  static void checkFormat(BoundedInput input) {
    if (input.readByte() != FORMAT) {
      throw new KryoException("they were not written by the backend kryo");
    }
  }

  static void checkEnd(BoundedInput input) {
    if (!input.atEnd()) {
      throw new KryoException("there is something behind their end");
    }
  }
}
