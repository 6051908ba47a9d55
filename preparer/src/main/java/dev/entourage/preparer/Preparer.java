package dev.entourage.preparer;

import dev.entourage.Explanation;
import dev.entourage.Explanation.SizeEntry;
import dev.entourage.MarshallingException;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.PreparationLayer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes a driver's tasks ready to travel: runs the layers, and closes the manifest when a task is
 * encoded. Thread-safe; one for each pool.
 *
 * @since 0.1
 */
public final class Preparer {

  private final DriverCode code;
  private final StaticsBook book;
  private final NormalForm normalForm;
  private final Forms forms;
  private final List<PreparationLayer> layers;

  /** Null where a layer of the user's may do something else each time. */
  private final KnownTasks known;

  /**
   * Makes a preparer that warns nobody.
   *
   * @param options what decides how tasks are prepared
   */
  public Preparer(PreparerOptions options) {
    this(options, warning -> {});
  }

  /**
   * Makes a preparer.
   *
   * @param options what decides how tasks are prepared
   * @param warnings hears, in one line each, of what it had to do that its user may not like
   */
  public Preparer(PreparerOptions options, Consumer<String> warnings) {
    this(options, warnings, forms(options));
  }

  private Preparer(PreparerOptions options, Consumer<String> warnings, Forms forms) {
    this(options, forms, new ObjectGraphLayer(forms), forms, new JvmAgent(warnings));
  }

  /** For tests that need another graph layer. */
  Preparer(PreparerOptions options, NormalForm normalForm, PreparationLayer graph, Agent agent) {
    this(options, normalForm, graph, forms(options), agent);
  }

  private Preparer(
      PreparerOptions options,
      NormalForm normalForm,
      PreparationLayer graph,
      Forms forms,
      Agent agent) {
    this.normalForm = normalForm;
    this.forms = forms;
    this.code = new DriverCode(options, agent);
    this.book = new StaticsBook(forms);
    this.layers = new ArrayList<>();
    layers.add(graph);
    layers.add(new CodeOriginLayer(code));
    layers.add(new TypeSignatureLayer(code));
    layers.add(new StaticsLayer(code, forms, book));
    layers.add(new WorkerLookupLayer(code));
    layers.addAll(options.layers());
    this.known =
        options.layers().isEmpty() && graph instanceof ObjectGraphLayer ? new KnownTasks() : null;
  }

  /** Encoding needs no loader of the user's: objects know their classes. */
  private static Forms forms(PreparerOptions options) {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    List<FormKind> kinds = Kinds.joined(options.kinds(), List.of(new StaticsKind(Preparer::none)));
    Marks marks = new Marks(new StaticsOwners(options.statics())::has);
    return new Forms(platform, options.layers(), kinds, marks);
  }

  private static Object none(NodeTable table) {
    throw new MarshallingException("Only workers hold static fields of tasks");
  }

  /**
   * Runs the layers over a task.
   *
   * @param root a task or any object, which isn't changed
   * @return the prepared task
   * @throws dev.entourage.PreparationException when it holds something that can't travel
   */
  public PreparedTask prepare(Object root) {
    return prepare(root, Statics.none());
  }

  /**
   * Runs the layers over one of many tasks that belong together.
   *
   * @param root a task or any object, which isn't changed
   * @param statics the values of static fields that were taken for all of them; as long as it reads
   *     no others, none is looked at again
   * @return the prepared task
   * @throws dev.entourage.PreparationException when it holds something that can't travel
   */
  public PreparedTask prepare(Object root, Statics statics) {
    if (known == null || !statics.isAlone()) {
      return layered(new TaskPreparation(root, code.roots(), statics)).prepared();
    }
    Findings found = GraphWalk.explained(forms, root);
    KnownTask warm = known.find(found);
    return warm != null
        ? new PreparedTask(root, new KnownClasses(warm), found.depth(), statics)
        : cold(new TaskPreparation(root, code.roots(), statics, found));
  }

  private PreparedTask cold(TaskPreparation task) {
    PreparedTask prepared = layered(task).prepared();
    // Values of static fields may be others the next time, and classes that are redefined.
    return !task.readsStatics() && code.lasts(TaskPreparation.usersOf(task))
        ? new PreparedTask(
            prepared.root(),
            new KnownClasses(known.learn(task.found(), prepared.roots())),
            prepared.depth(),
            prepared.statics())
        : prepared;
  }

  private TaskPreparation layered(TaskPreparation task) {
    layers.forEach(layer -> layer.prepare(task));
    return task;
  }

  /**
   * Runs the layers over an object that is no task: the static fields that its code reads come with
   * the tasks that use it.
   *
   * @param root any object, which isn't changed
   * @return the prepared object
   * @throws dev.entourage.PreparationException when it holds something that can't travel
   */
  public PreparedTask prepareShared(Object root) {
    TaskPreparation task = new TaskPreparation(root, code.roots(), Statics.none());
    layers.stream()
        .filter(layer -> !(layer instanceof StaticsLayer))
        .forEach(layer -> layer.prepare(task));
    return task.prepared();
  }

  /**
   * Answers a worker that lacks values of static fields.
   *
   * @param id what its task carries
   * @param held the versions that it has
   * @return what it needs; empty when no such task is left
   */
  public Optional<ByteBuffer> statics(long id, List<Long> held) {
    return book.encode(id, held);
  }

  /**
   * Runs the layers over a task, encodes it, and tells what they found. What can't travel is told,
   * too, and no error.
   *
   * @param root a task or any object, which isn't changed
   * @param codec what will encode it
   * @return each class, why it is there and how it travels; the sizes by path
   * @throws dev.entourage.PreparationException when another thread changes the task meanwhile
   */
  public Explanation explain(Object root, Codec codec) {
    return new Explainer(code, forms, layers, codec).explain(root);
  }

  /**
   * Measures what a task refers to, by path.
   *
   * @param root a task or any object, which isn't changed
   * @return the sizes
   * @throws dev.entourage.PreparationException when another thread changes the task meanwhile
   */
  public SizeEntry sizes(Object root) {
    try {
      return SizeWalk.of(forms, root).sizes();
    } catch (ConcurrentModificationException e) {
      throw ObjectPath.changed(e);
    }
  }

  /**
   * Tells tasks apart that stand at different places of a program, without walking all of them.
   *
   * @param root a task or any object
   * @return its class and those of its parts, through lambdas: equal for tasks of one place
   */
  public List<Class<?>> shape(Object root) {
    return ShapeWalk.of(forms, root);
  }

  /**
   * Closes the manifest of a task. Warm tasks get the manifest of the last one with the same
   * classes.
   *
   * @param task what was prepared
   * @param encoded the classes that the marshaller reported
   * @return the manifest, which {@link #library()} knows until it is released there
   * @throws dev.entourage.PreparationException when a class file can't be had, or one name stands
   *     for two classes
   */
  public Manifest seal(PreparedTask task, Set<Class<?>> encoded) {
    return task.roots() instanceof KnownClasses known
        ? seal(known, encoded)
        : code.hold(code.sealed(code.roots().of(task.roots(), encoded)));
  }

  private Manifest seal(KnownClasses task, Set<Class<?>> encoded) {
    Sealed sealed = task.sealedOf(encoded);
    if (sealed == null) {
      Set<Class<?>> users = code.roots().of(task, encoded);
      sealed = code.sealed(users);
      if (code.lasts(users)) {
        task.learn(encoded, sealed);
      }
    }
    return code.hold(sealed);
  }

  /**
   * Returns the normal form of this driver for encoding.
   *
   * @return it, with the user's replacing layers and the kinds of the options
   */
  public NormalForm normalForm() {
    return normalForm;
  }

  /**
   * Returns what answers the workers' questions for code.
   *
   * @return the library of all manifests that were sealed here
   */
  public CodeLibrary library() {
    return code.library();
  }

  /**
   * Returns the files whose classes travel by reference: what workers must show through their
   * inherited loader.
   *
   * @return the jars of the driver's class path and module path but for ours, manifest-only jars
   *     expanded; when workers are bare, only those that the options name by reference
   */
  public List<Path> inherited() {
    return code.inherited();
  }
}
