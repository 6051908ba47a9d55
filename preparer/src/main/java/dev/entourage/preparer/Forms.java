package dev.entourage.preparer;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.spi.LongArray;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.RefusedException;
import dev.entourage.spi.TableEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** The normal form: finds the kind of each class, and hands over to it. */
final class Forms implements NormalForm {

  private final ClassLoader loader;
  private final List<FormKind> kinds;
  private final IntFunction<ByteBuffer> memory;
  private final Map<String, FormKind> byName = new HashMap<>();

  private final NamedClasses classes;
  private final StraightNames names = new StraightNames(this);
  private final KnownHeads heads = new KnownHeads(this);

  private final Plans plans;
  private final Walks walks;
  private final StraightWriters writers = new StraightWriters(this);

  Forms(ClassLoader loader, List<PreparationLayer> layers, List<FormKind> extra, Marks marks) {
    this(loader, layers, extra, marks, ByteBuffer::allocate);
  }

  Forms(
      ClassLoader loader,
      List<PreparationLayer> layers,
      List<FormKind> extra,
      Marks marks,
      IntFunction<ByteBuffer> memory) {
    this.memory = memory;
    this.loader = loader;
    this.classes = new NamedClasses(loader);
    List<FormKind> asked = Kinds.asked(layers, extra, marks, classes);
    this.kinds = Kinds.joined(asked, Kinds.builtIn(marks, classes));
    this.plans = new Plans(kinds, asked.size(), marks);
    this.walks = new Walks(this, plans);
    kinds.forEach(this::name);
  }

  private void name(FormKind kind) {
    if (byName.putIfAbsent(kind.kind(), kind) != null) {
      throw new IllegalArgumentException("Two kinds of form have one name: kind=" + kind.kind());
    }
  }

  @Override
  public ByteBuffer memory(int least) {
    return memory.apply(least);
  }

  /** Finds a class that a table names. */
  Class<?> find(String name) {
    return classes.find(name);
  }

  /** The classes that steps name. */
  StraightNames names() {
    return names;
  }

  /** The heads of forms that steps name. */
  KnownHeads heads() {
    return heads;
  }

  Plan plan(Class<?> type) {
    return plans.get(type);
  }

  /** How many classes of the user's were met so far, maybe some more than once. */
  int met() {
    return plans.count();
  }

  Walks walks() {
    return walks;
  }

  FormKind kind(int number) {
    return kinds.get(number);
  }

  /** Says whether objects of a class travel as a {@link Form}. */
  boolean replaces(Class<?> type) {
    return switch (plan(type).shape()) {
      case FORM, VALUE, REFUSED -> true;
      default -> false;
    };
  }

  Form form(Object value) {
    return form(value, type -> {});
  }

  /** Takes an object apart and tells which classes its form names. */
  Form form(Object value, Consumer<Class<?>> named) {
    return form(plan(value.getClass()), value, named);
  }

  /** Takes an object of a class apart whose plan is known. */
  Form form(Plan plan, Object value, Consumer<Class<?>> named) {
    if (plan.refusal() != null) {
      throw new RefusedException(plan.refusal(), value);
    }
    return kinds.get(plan.kind()).form(value, named);
  }

  /** As {@link FormKind#shelled} says. */
  boolean shelled(String kind) {
    return named(kind).shelled();
  }

  /** As {@link FormKind#inspects} says. */
  boolean inspects(String kind) {
    return named(kind).inspects();
  }

  /** As {@link FormKind#resolves} says. */
  boolean resolves(String kind) {
    return named(kind).resolves();
  }

  Object shell(FormKind kind, String[] head) {
    try {
      return kind.shell(head, loader);
    } catch (RuntimeException | LinkageError e) {
      throw failed(kind, e);
    }
  }

  Object rebuild(FormKind kind, Form form, Object shell) {
    try {
      return kind.rebuild(form, shell, loader);
    } catch (RuntimeException | LinkageError e) {
      throw failed(kind, e);
    }
  }

  /** Damaged bytes and the user's own code may throw anything. */
  private static EntourageException failed(FormKind kind, Throwable e) {
    return e instanceof EntourageException known
        ? known
        : new MarshallingException("An object can't be rebuilt: kind=" + kind.kind(), e);
  }

  /** Finds the kind of a form. */
  FormKind named(String kind) {
    FormKind found = byName.get(kind);
    if (found == null) {
      throw new MarshallingException("The bytes are damaged, no kind of form is called " + kind);
    }
    return found;
  }

  /** Makes an object without running a constructor of its class. */
  static <T> T blank(Class<T> type) {
    return type.cast(Blank.of(type).make());
  }

  @Override
  public ByteBuffer encode(
      Object root, Consumer<Class<?>> seen, List<LongArray> longs, TableEncoder encoder)
      throws IOException {
    ByteBuffer straight = root == null ? null : writers.encode(root, seen, longs, encoder);
    if (straight != null) {
      if (seen instanceof Heard heard) {
        heard.steps();
      }
      return straight;
    }
    if (seen instanceof Heard heard) {
      heard.rows();
    }
    longs.clear(); // Rows have all of them.
    return encoder.encode(new TableWriter(this, seen).write(root));
  }

  @Override
  public Object graph(NodeTable table, List<ByteBuffer> longs) {
    return StraightReader.isStraight(table)
        ? new StraightReader(this, table, longs).read()
        : new TableReader(this, table).read();
  }
}
