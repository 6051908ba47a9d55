package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.Steps;
import dev.entourage.spi.TableMarshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.List;

/** Sends objects from one class loader to another, over the node table as bytes. */
final class Travel {

  private static final String IMPORTS =
      "import java.util.*; import java.util.concurrent.*; import java.util.concurrent.atomic.*;"
          + " import java.util.function.*; import java.io.*; import java.time.*;"
          + " import java.math.*; import java.net.*; import java.lang.reflect.*;"
          + " import dev.entourage.*; ";

  private Travel() {}

  /** The marshaller of a backend that knows nothing but the table's arrays. */
  static final class ArraysMarshaller extends TableMarshaller {

    ArraysMarshaller(NormalForm forms) {
      super(forms);
    }

    @Override
    protected ByteBuffer encode(NodeTable table) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(table.texts());
        out.writeObject(table.rows());
        out.writeObject(table.values());
        out.writeObject(table.blobs());
        out.writeObject(Tables.bytes(table.steps()));
      }
      return ByteBuffer.wrap(bytes.toByteArray());
    }

    @Override
    protected NodeTable decode(byte[] bytes, int offset, int length) throws IOException {
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes, offset, length))) {
        return new NodeTable(
            (String[]) in.readObject(),
            (int[]) in.readObject(),
            (long[]) in.readObject(),
            (byte[][]) in.readObject(),
            Steps.of((byte[]) in.readObject()));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static Codec codec(ClassLoader loader) {
    NormalForm forms = NormalForms.over(loader, List.of(), List.of());
    return new Codec(new ArraysMarshaller(forms), forms);
  }

  /** Sends an object to another loader. */
  static Object send(Object value, ClassLoader to) {
    return codec(to).decode(codec(Travel.class.getClassLoader()).encode(value));
  }

  /** Sends an object to this loader. */
  @SuppressWarnings("unchecked")
  static <T> T copy(T value) {
    return (T) send(value, Travel.class.getClassLoader());
  }

  /**
   * Compiles a class {@code Case} with {@code static Object make()} and {@code static Object
   * show(T)}, sends what it makes to a worker and on to another driver, and compares what it shows.
   *
   * @return what all of them show
   */
  static String arrives(String... bodies) {
    String[] sources = bodies.clone();
    for (int i = 0; i < sources.length; i++) {
      sources[i] = IMPORTS + sources[i];
    }
    Worlds worlds = Worlds.of(sources);
    ClassLoader driver = worlds.driver();
    ClassLoader worker = worlds.worker();
    ClassLoader home = worlds.driver();
    Object made = make(driver);
    Object sent = send(made, worker);
    Object returned = send(sent, home);
    Object expected = show(driver, made);
    assertThat(show(worker, sent)).as("on a worker").isEqualTo(expected);
    assertThat(show(home, returned)).as("back home").isEqualTo(expected);
    assertThat(show(driver, made)).as("the original afterwards").isEqualTo(expected);
    return String.valueOf(expected);
  }

  /** Compiles a class {@code Case} and returns what its {@code make()} makes. */
  static Object made(String body) {
    return make(Worlds.of(IMPORTS + body).driver());
  }

  static Object make(ClassLoader loader) {
    return call(loader, "make");
  }

  static Object show(ClassLoader loader, Object value) {
    return call(loader, "show", value);
  }

  private static Object call(ClassLoader loader, String name, Object... arguments) {
    try {
      for (Method method : loader.loadClass("Case").getDeclaredMethods()) {
        if (method.getName().equals(name)) {
          method.setAccessible(true);
          return method.invoke(null, arguments);
        }
      }
      throw new IllegalArgumentException("No method " + name);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
