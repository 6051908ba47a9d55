package dev.entourage.preparer;

import dev.entourage.spi.NodeTable;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How tasks travel that share objects with static fields. Each backend writes the table as the
 * arrays that it is.
 *
 * @since 0.1
 */
public final class StaticsKind implements FormKind {

  private static final String[] NO_HEAD = {};

  private final Function<NodeTable, Object> reader;

  /**
   * Makes this kind for a worker.
   *
   * @param reader reads a table that refers to objects of static fields
   */
  public StaticsKind(Function<NodeTable, Object> reader) {
    this.reader = reader;
  }

  @Override
  public String kind() {
    return "statics";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == TaskInTable.class;
  }

  @Override
  public Form form(Object value) {
    NodeTable table = ((TaskInTable) value).table();
    return new Form(
        kind(), NO_HEAD, new Object[] {table.texts(), table.rows(), table.values(), table.blobs()});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return reader.apply(
        new NodeTable(
            Heads.part(form, 0, String[].class),
            Heads.part(form, 1, int[].class),
            Heads.part(form, 2, long[].class),
            Heads.part(form, 3, byte[][].class)));
  }
}
