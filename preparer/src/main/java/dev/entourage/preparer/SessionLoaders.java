package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The class loaders of one worker's session. A manifest joins the newest generation that is
 * compatible with it, so that classes keep their identity across tasks; an incompatible one opens
 * the next. Thread-safe.
 *
 * @since 0.1
 */
public final class SessionLoaders {

  private final CodeRequests requests;
  private final CodeStore store;
  private final ClassLoader inherited;
  private final Map<Digest, SessionClassLoader> byManifest = new ConcurrentHashMap<>();

  /** The newest first. */
  private final Deque<SessionClassLoader> generations = new ArrayDeque<>();

  /**
   * Makes the loaders of a session.
   *
   * @param requests how to ask the driver
   * @param inherited finds what travels by reference besides the JDK and the API, which come first;
   *     its parent is the one {@link #platformAndApi()} returns, or it is that loader itself
   */
  public SessionLoaders(CodeRequests requests, ClassLoader inherited) {
    this.requests = requests;
    this.store = new CodeStore(requests);
    this.inherited = inherited;
  }

  /**
   * Returns a loader that shows the JDK and {@code dev.entourage.api}, and nothing else of ours.
   *
   * @return a new loader
   */
  public static ClassLoader platformAndApi() {
    return new PlatformAndApiLoader();
  }

  /**
   * Returns a loader that shows an engine besides, so that tasks can have workers of their own.
   *
   * @param engine the loader that has the engine, asked for when somebody looks for one
   * @return a new loader
   */
  public static ClassLoader platformAndApi(Supplier<Optional<ClassLoader>> engine) {
    return new PlatformAndApiLoader(engine);
  }

  /**
   * Finds or makes the loader for the tasks of a manifest. Asks the driver for the manifest and the
   * missing class files where need be.
   *
   * @param manifest the manifest's id
   * @return the loader
   * @throws dev.entourage.CodeUnavailableException when the driver can't be asked
   */
  public ClassLoader loaderFor(Digest manifest) {
    SessionClassLoader known = byManifest.get(manifest);
    return known != null ? known : join(manifest);
  }

  private synchronized ClassLoader join(Digest id) {
    SessionClassLoader known = byManifest.get(id);
    if (known != null) {
      return known;
    }
    Manifest manifest = fetch(id);
    store.complete(manifest);
    SessionClassLoader loader = joined(manifest);
    byManifest.put(id, loader);
    return loader;
  }

  private Manifest fetch(Digest id) {
    Manifest manifest = Manifest.decode(requests.manifest(id));
    if (!manifest.id().equals(id)) {
      throw new CodeUnavailableException(
          "The driver sent another manifest: asked=" + id + ", got=" + manifest.id());
    }
    return manifest;
  }

  private SessionClassLoader joined(Manifest manifest) {
    for (SessionClassLoader generation : generations) {
      if (generation.join(manifest)) {
        return generation;
      }
    }
    SessionClassLoader next = new SessionClassLoader(store, requests, inherited);
    next.join(manifest);
    generations.addFirst(next);
    return next;
  }
}
