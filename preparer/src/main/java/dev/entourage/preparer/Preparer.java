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
  private final TaskLayers layers;

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
    SerialFactory.type();
    this.normalForm = normalForm;
    this.forms = forms;
    this.code = new DriverCode(options, agent);
    this.book = new StaticsBook(forms);
    List<PreparationLayer> all = new ArrayList<>();
    all.add(graph);
    all.add(new CodeOriginLayer(code));
    all.add(new TypeSignatureLayer(code));
    all.add(new StaticsLayer(code, forms, book));
    all.add(new WorkerLookupLayer(code));
    all.addAll(options.layers());
    boolean alike = options.layers().isEmpty() && graph instanceof ObjectGraphLayer;
    this.layers = new TaskLayers(all, code, alike);
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
    return layers.prepare(root);
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
    return layers.prepareShared(root);
  }

  /**
   * Makes a task ready to be sent. Of a sort of tasks that is known all follows from what the
   * marshaller tells; others go through the layers first.
   *
   * @param root a task, which isn't changed
   * @param statics for one of many tasks that belong together, the values of static fields that
   *     were taken for all of them: as long as it reads no others, none is looked at again
   * @param codec encodes it
   * @return the task
   * @throws dev.entourage.PreparationException when it holds something that can't travel
   */
  public ReadyTask ready(Object root, Statics statics, Codec codec) {
    return layers.ready(root, statics, codec);
  }

  /**
   * Encodes what went through the layers, and closes its manifest.
   *
   * @param prepared what was prepared
   * @param codec encodes it
   * @return the same, ready to be sent
   * @throws dev.entourage.PreparationException when it holds something that can't travel
   */
  public ReadyTask ready(PreparedTask prepared, Codec codec) {
    return layers.ready(prepared, codec);
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
    return new Explainer(code, forms, layers.all(), codec).explain(root);
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
   * Closes the manifest of a task. Tasks with the same classes get the same.
   *
   * @param task what was prepared
   * @param encoded the classes that the marshaller reported
   * @return the manifest, which {@link #library()} knows until it is released there
   * @throws dev.entourage.PreparationException when a class file can't be had, or one name stands
   *     for two classes
   */
  public Manifest seal(PreparedTask task, Set<Class<?>> encoded) {
    return code.hold(layers.sealed(task, encoded));
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
