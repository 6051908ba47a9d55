package dev.entourage.preparer;

import dev.entourage.RemoteCallable;
import dev.entourage.spi.NormalForm;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A program as a driver has it and as a worker has it, in two loaders. Its class {@code Case} has
 * static methods without arguments that make tasks or change things.
 */
final class StaticsWorld {

  private static final String IMPORTS =
      "import java.util.*; import java.util.concurrent.*; import java.util.concurrent.atomic.*;"
          + " import java.util.function.*; import java.nio.file.*; import dev.entourage.*; ";

  final ClassLoader driver;
  final ClassLoader worker;
  final Preparer preparer = new Preparer(PreparerOptions.bare());
  private final Codec encoder =
      new Codec(new Travel.ArraysMarshaller(preparer.normalForm()), preparer.normalForm());
  private final Codec decoder;
  private final StaticsTarget target;
  private int sent;

  StaticsWorld(String body) {
    this(body, body);
  }

  /** A worker whose initialisers do something else, as on another machine. */
  StaticsWorld(String driverBody, String workerBody) {
    driver = Worlds.of(IMPORTS + driverBody).driver();
    worker = Worlds.of(IMPORTS + workerBody).worker();
    NormalForm forms =
        NormalForms.over(worker, List.of(), List.of(new StaticsKind(table -> task(table))));
    decoder = new Codec(new Travel.ArraysMarshaller(forms), forms);
    target = new StaticsTarget(worker, forms, failure -> {});
  }

  private Object task(dev.entourage.spi.NodeTable table) {
    return target.task(table);
  }

  /** Calls a method at the driver. */
  Object call(String method) {
    return call(driver, method);
  }

  static Object call(ClassLoader loader, String name) {
    try {
      Method method = loader.loadClass("Case").getDeclaredMethod(name);
      method.setAccessible(true);
      return method.invoke(null);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sets a field at the driver. */
  void set(String name, Object value) {
    try {
      Field field = driver.loadClass("Case").getDeclaredField(name);
      field.setAccessible(true);
      field.set(null, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Prepares a task that a method makes. */
  PreparedTask prepare(String method) {
    return preparer.prepare(call(method));
  }

  /** Runs a task that a method makes on the worker. */
  Object run(String method) {
    PreparedTask task = prepare(method);
    ByteBuffer bytes = encoder.encode(task).bytes();
    arrive(task.statics().id());
    try {
      return ((RemoteCallable<?>) decoder.decode(bytes)).call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void arrive(long id) {
    sent = 0;
    if (!target.isCurrent(id)) {
      ByteBuffer values = preparer.statics(id, target.held()).orElseThrow();
      sent = values.remaining();
      target.apply(id, values);
    }
  }

  /** How many bytes of static fields the last task needed besides its own. */
  int sent() {
    return sent;
  }
}
