package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.PreparationException;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.RefusedException;
import java.nio.ByteBuffer;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Encodes and decodes graphs of any depth with a backend: on the caller's thread where that is
 * enough, else on a thread with a big stack while the caller waits. Turns refusals of the
 * marshaller into errors with the path. Thread-safe.
 *
 * @since 0.1
 */
public final class Codec implements AutoCloseable {

  private final Marshaller marshaller;
  private final Forms forms;

  /**
   * Whether the marshaller has another way than the normal form, which says how deep graphs are.
   */
  private volatile boolean isUnheard;

  /**
   * Makes a codec.
   *
   * @param marshaller the backend's marshaller
   * @param normalForm the normal form it was made over, which {@link NormalForms} made
   */
  public Codec(Marshaller marshaller, NormalForm normalForm) {
    if (!(normalForm instanceof Forms ours)) {
      throw new IllegalArgumentException("The normal form must be made by NormalForms.over");
    }
    this.marshaller = marshaller;
    this.forms = ours;
  }

  /**
   * What was encoded.
   *
   * @param bytes a heap buffer that belongs to the caller
   * @param classes the classes of all objects in it
   */
  public record Encoded(ByteBuffer bytes, Set<Class<?>> classes) {}

  /**
   * Encodes a task that went through the layers, the walk among them.
   *
   * @param task what was prepared
   * @return the bytes and the classes
   * @throws dev.entourage.PreparationException when it holds something that can't travel, with the
   *     path
   */
  public Encoded encode(PreparedTask task) {
    return encode(task, new HeardAll());
  }

  /** As {@link #encode(PreparedTask)}, for one who wants to know what the marshaller tells. */
  Encoded encode(PreparedTask task, HeardAll heard) {
    ByteBuffer bytes = write(task.root(), task.depth(), heard);
    Set<Class<?>> classes = new LinkedHashSet<>(task.roots());
    // What a form stands for isn't needed where it arrives; its kind has named what is.
    heard.classes().stream().filter(type -> !forms.replaces(type)).forEach(classes::add);
    return new Encoded(bytes, classes);
  }

  /**
   * Encodes a graph that no walk went before.
   *
   * @return the bytes, or null where it needs one: when the graph is deep or refused, is changed
   *     meanwhile, or has an object of a class that was never met before
   */
  ByteBuffer encodeUnseen(Object root, Heard heard) {
    if (isUnheard) {
      return null;
    }
    final int met = forms.met();
    try {
      ByteBuffer bytes = marshaller.write(root, heard);
      if (!heard.isShallow()) {
        isUnheard = true;
        return null;
      }
      // Constants that only their identity tells are known once their class was met.
      return forms.met() == met ? Trailer.append(bytes, Straight.DEEPEST) : null;
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return null; // The walk says what is wrong, and where.
    }
  }

  /** Ends the encoding at the first class that was never met before. */
  private final class HeardNothing extends Heard {
    private final int met = forms.met();

    @Override
    public void accept(Class<?> type) {
      if (forms.met() != met) {
        throw WalkFirst.ONE;
      }
    }
  }

  /**
   * Encodes a graph that brings no code, such as a result; walks it before where that is needed.
   *
   * @param root the graph; may be null
   * @return a heap buffer that belongs to the caller
   * @throws dev.entourage.PreparationException when it holds something that can't travel, with the
   *     path
   */
  public ByteBuffer encode(Object root) {
    ByteBuffer bytes = root == null ? null : encodeUnseen(root, new HeardNothing());
    return bytes != null
        ? bytes
        : write(root, GraphWalk.explained(forms, root).depth(), new HeardAll());
  }

  private ByteBuffer write(Object root, int depth, Consumer<Class<?>> seen) {
    try {
      ByteBuffer bytes = DeepStack.call(depth, () -> marshaller.write(root, seen));
      return Trailer.append(bytes, depth);
    } catch (RefusedException e) {
      throw ObjectPath.explain(forms, root, e);
    } catch (ConcurrentModificationException e) {
      throw ObjectPath.changed(e);
    } catch (StackOverflowError e) {
      throw new PreparationException(
          "The objects are nested too deep to be encoded: depth=" + depth, "", e);
    }
  }

  /**
   * Decodes a graph.
   *
   * @param bytes what was encoded
   * @return the graph
   * @throws dev.entourage.MarshallingException when the bytes are damaged or name a class that
   *     isn't there
   */
  public Object decode(ByteBuffer bytes) {
    int depth = Trailer.depth(bytes);
    try {
      return DeepStack.call(depth, () -> marshaller.read(Trailer.content(bytes)));
    } catch (StackOverflowError e) {
      throw new MarshallingException(
          "The objects are nested too deep to be decoded: depth=" + depth, e);
    }
  }

  /** Does nothing: no thread outlives the call that needed it. */
  @Override
  public void close() {}
}
