package dev.entourage.preparer;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.spi.Form;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The normal form: finds the kind of each class, and hands over to it. */
final class Forms implements NormalForm {

  private static final ClassValue<Constructor<?>> MAKERS =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
          return SerialAccess.constructor(type, Object.class.getDeclaredConstructors()[0]);
        }
      };

  private final ClassLoader loader;
  private final List<FormKind> kinds;
  private final Map<String, FormKind> byName = new HashMap<>();

  /** Classes of the loader by their names: one loader gives one class for a name. */
  private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

  private final Plans plans;
  private final Walks walks;

  Forms(ClassLoader loader, List<PreparationLayer> layers, List<FormKind> extra, Marks marks) {
    List<FormKind> asked = Kinds.asked(layers, extra, marks);
    this.loader = loader;
    this.kinds = Kinds.joined(asked, Kinds.builtIn(marks));
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
  public ClassLoader loader() {
    return loader;
  }

  /** Finds a class that a table names; the JVM takes a microsecond for what is known here. */
  Class<?> find(String name) {
    Class<?> known = name == null ? null : classes.get(name);
    if (known == null) {
      known = ClassNames.find(name, loader);
      classes.put(name, known);
    }
    return known;
  }

  Plan plan(Class<?> type) {
    return plans.get(type);
  }

  Walks walks() {
    return walks;
  }

  FormKind kind(int number) {
    return kinds.get(number);
  }

  @Override
  public boolean replaces(Class<?> type) {
    return switch (plan(type).shape()) {
      case FORM, VALUE, REFUSED -> true;
      default -> false;
    };
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  /** Takes an object apart and tells which classes its form names. */
  Form form(Object value, Consumer<Class<?>> named) {
    Plan plan = plan(value.getClass());
    if (plan.refusal() != null) {
      throw new RefusedException(plan.refusal(), value);
    }
    return kinds.get(plan.kind()).form(value, named);
  }

  @Override
  public boolean shelled(String kind) {
    return named(kind).shelled();
  }

  @Override
  public boolean inspects(String kind) {
    return named(kind).inspects();
  }

  @Override
  public boolean resolves(String kind) {
    return named(kind).resolves();
  }

  @Override
  public Object shell(String kind, String[] head) {
    FormKind found = named(kind);
    return guarded(kind, () -> found.shell(head, loader));
  }

  @Override
  public Object rebuild(Form form, Object shell) {
    FormKind found = named(form.kind());
    return guarded(form.kind(), () -> found.rebuild(form, shell, loader));
  }

  /** Damaged bytes and the user's own code may throw anything. */
  private static Object guarded(String kind, Supplier<Object> step) {
    try {
      return step.get();
    } catch (EntourageException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new MarshallingException("An object can't be rebuilt: kind=" + kind, e);
    }
  }

  /** Finds the kind of a form. */
  FormKind named(String kind) {
    FormKind found = byName.get(kind);
    if (found == null) {
      throw new MarshallingException("The bytes are damaged, no kind of form is called " + kind);
    }
    return found;
  }

  @Override
  public Object order(Object container) {
    return Containers.order(container);
  }

  @Override
  public <T> T instantiate(Class<T> type) {
    return blank(type);
  }

  /** Makes an object without running a constructor of its class. */
  static <T> T blank(Class<T> type) {
    if (type.isArray() || type.isRecord() || Modifier.isAbstract(type.getModifiers())) {
      throw new MarshallingException("No object can be made of " + type.getName());
    }
    try {
      Object made = MAKERS.get(type).newInstance();
      GroovyObjects.complete(made);
      return type.cast(made);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new MarshallingException("No object can be made of " + type.getName(), e);
    }
  }

  @Override
  public NodeTable table(Object root, Consumer<Class<?>> seen) {
    return new TableWriter(this, seen).write(root);
  }

  @Override
  public Object graph(NodeTable table) {
    return new TableReader(this, table).read();
  }
}
