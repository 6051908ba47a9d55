package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The class loaders of one worker's session. A manifest joins the newest generation that is
 * compatible with it, so that classes keep their identity across tasks; an incompatible one opens
 * the next.
 *
 * <p>The generations that were used last are kept for tasks to come. An older one stays as long as
 * anybody has a class or an object of it, so that nobody meets two classes where there was one;
 * then it is unloaded. Thread-safe.
 *
 * @since 0.1
 */
public final class SessionLoaders {

  /** Programs use one generation, or two versions in turn; JShell opens one after the other. */
  static final int KEPT = 8;

  /** So many that aren't kept and are still there: then it is time to look who holds them. */
  private static final int MANY = 64;

  /** More of them after a garbage collection, and something in this JVM holds them for good. */
  private static final int TOO_MANY = 32;

  /** So many manifests of living generations are remembered; others join again. */
  private static final int MANIFESTS = 10_000;

  private final CodeRequests requests;
  private final CodeStore store;
  private final ClassLoader inherited;
  private final Map<Digest, Generation> byManifest = new ConcurrentHashMap<>();
  private final AtomicLong turns = new AtomicLong();
  private volatile boolean leaking;

  /** The newest first; guarded by this. */
  private final List<Generation> generations = new ArrayList<>();

  /** A loader that is kept, or that others keep. */
  private static final class Generation {
    private final WeakReference<SessionClassLoader> loader;
    private volatile SessionClassLoader kept;
    private volatile long used;

    Generation(SessionClassLoader loader) {
      this.loader = new WeakReference<>(loader);
      this.kept = loader;
    }
  }

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
   * Returns what belongs to a loader and lives as long as it does.
   *
   * @param loader one that {@link #loaderFor} returned
   * @param type its type
   * @param make makes it at the first call
   * @param <T> its type
   * @return always the same for the same loader
   */
  public static <T> T companion(
      ClassLoader loader, Class<T> type, Function<? super ClassLoader, T> make) {
    return type.cast(((SessionClassLoader) loader).companion(make));
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
    Generation known = byManifest.get(manifest);
    SessionClassLoader loader = known == null ? null : known.kept;
    if (loader == null) {
      return join(manifest);
    }
    known.used = turns.incrementAndGet();
    return loader;
  }

  /**
   * Returns the loaders that are still there.
   *
   * @return the newest first
   */
  public synchronized List<ClassLoader> alive() {
    return generations.stream()
        .<ClassLoader>map(generation -> generation.loader.get())
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Says whether classes of many generations, which no task needs any more, can't be unloaded: a
   * thread or a cache of this JVM holds them. It will run out of memory in the end.
   *
   * @return true from the first time on that this was seen
   */
  public boolean isLeaking() {
    return leaking;
  }

  private Set<Digest> files() {
    return alive().stream()
        .flatMap(loader -> ((SessionClassLoader) loader).files().stream())
        .collect(Collectors.toSet());
  }

  private synchronized ClassLoader join(Digest id) {
    Generation known = byManifest.get(id);
    SessionClassLoader alive = known == null ? null : known.loader.get();
    if (alive == null) {
      Manifest manifest = fetch(id);
      store.complete(manifest);
      known = joined(manifest);
      alive = known.kept;
      remember(id, known);
    }
    known.kept = alive;
    known.used = turns.incrementAndGet();
    retire();
    return alive;
  }

  private void remember(Digest id, Generation generation) {
    if (byManifest.size() >= MANIFESTS) {
      byManifest.clear();
    }
    byManifest.put(id, generation);
  }

  private Manifest fetch(Digest id) {
    Manifest manifest = Manifest.decode(requests.manifest(id));
    if (!manifest.id().equals(id)) {
      throw new CodeUnavailableException(
          "The driver sent another manifest: asked=" + id + ", got=" + manifest.id());
    }
    return manifest;
  }

  private Generation joined(Manifest manifest) {
    for (Generation generation : generations) {
      SessionClassLoader loader = generation.loader.get();
      if (loader != null && loader.join(manifest)) {
        generation.kept = loader;
        return generation;
      }
    }
    SessionClassLoader loader = new SessionClassLoader(store, requests, inherited);
    loader.join(manifest);
    Generation next = new Generation(loader);
    generations.add(0, next);
    return next;
  }

  /** Lets go of those that weren't used for long, and forgets those that are gone. */
  private void retire() {
    List<Generation> kept = generations.stream().filter(g -> g.kept != null).toList();
    if (kept.size() <= KEPT) {
      return;
    }
    kept.stream()
        .min(Comparator.comparingLong(g -> g.used))
        .ifPresent(oldest -> oldest.kept = null);
    if (alive().size() - KEPT > MANY) {
      System.gc();
      leaking |= alive().size() - KEPT > TOO_MANY;
    }
    if (generations.removeIf(generation -> generation.loader.get() == null)) {
      byManifest.values().removeIf(generation -> generation.loader.get() == null);
      store.keep(files());
    }
  }
}
