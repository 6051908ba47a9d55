package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a driver knows of its code: origins, class files, closures and manifests, each found out
 * once. Thread-safe.
 */
final class DriverCode {

  private final List<Path> inherited;
  private final CodeOrigins origins;
  private final Scans scans;
  private final StaticsOwners owners;
  private final Roots roots;
  private final SealedLibrary library;
  private final RootCache<Closure> closures;
  private final RootCache<Bound> manifests;
  private final RootCache<Read> reads;

  /** A manifest, and what it was made of. */
  private record Bound(Sealed task, Closure closure) {}

  /** Static fields, and the code that reads them. */
  private record Read(List<Field> fields, Closure closure) {}

  DriverCode(PreparerOptions options, Agent agent) {
    Overrides overrides = new Overrides(options.byValue(), options.byReference());
    boolean allTravels = !options.inheritClassPath() && overrides.isEmpty();
    ClassPath path = allTravels ? ClassPath.EMPTY : ClassPathJars.ofThisJvm();
    JarSplit split = new JarSplit(path, options.inheritClassPath(), overrides);
    this.inherited = split.shown();
    this.origins = new CodeOrigins(overrides, split);
    this.scans = new Scans(origins, new ClassCapture(options.sources(), agent));
    this.roots = new Roots(origins);
    this.owners = new StaticsOwners(options.statics());
    this.closures =
        new RootCache<>(
            types -> ClosureSearch.of(types, origins, scans),
            Closure::lasts,
            closure -> closure.classes().size());
    this.library = new SealedLibrary(origins, closures::of);
    this.manifests =
        new RootCache<>(this::bind, bound -> bound.closure().lasts(), bound -> bound.task().size());
    this.reads =
        new RootCache<>(this::reads, read -> read.closure().lasts(), read -> read.fields().size());
  }

  private Read reads(Set<Class<?>> entries) {
    Set<Class<?>> users = new HashSet<>(entries);
    users.removeIf(Class::isHidden);
    Closure closure = closures.of(users);
    return new Read(StaticsReach.of(entries, closure, owners), closure);
  }

  /**
   * Returns the static fields of classes in memory that the code of some objects may read.
   *
   * @param entries the classes of the objects; of lambdas their own classes
   */
  List<Field> statics(Set<Class<?>> entries) {
    return owners.mayBeBehind(entries) ? reads.of(entries).fields() : List.of();
  }

  /** Whose static fields travel. */
  StaticsOwners staticsOwners() {
    return owners;
  }

  private Bound bind(Set<Class<?>> types) {
    Closure closure = closures.of(types);
    return new Bound(library.seal(closure), closure);
  }

  /** The jars that workers show. */
  List<Path> inherited() {
    return inherited;
  }

  Roots roots() {
    return roots;
  }

  /** Gets the bytes of those classes that travel, unless it is all known. */
  void capture(Set<Class<?>> types) {
    if (!manifests.knows(types)) {
      NameLookup names = new NameLookup();
      OpenJars.begin();
      try {
        types.stream().filter(this::isCapturedOnce).forEach(type -> scans.of(type, names));
      } finally {
        OpenJars.end();
      }
    }
  }

  private boolean isCapturedOnce(Class<?> type) {
    return origins.of(type).byValue() && !Scans.isRedefinable(type);
  }

  Closure closure(Set<Class<?>> types) {
    return closures.of(types);
  }

  /** Searches anew, for one who wants to hear why each class is there. */
  Closure closure(Set<Class<?>> types, BiConsumer<Class<?>, Class<?>> mentions) {
    return ClosureSearch.of(types, origins, scans, mentions);
  }

  /** Tells the origin of any class; for arrays that of their elements. */
  Origin origin(Class<?> type) {
    return origins.of(Roots.element(type));
  }

  Manifest manifest(Set<Class<?>> types) {
    return sealed(types).manifest();
  }

  Sealed sealed(Set<Class<?>> types) {
    return manifests.of(types).task();
  }

  /** Returns the manifest of a task, which the library keeps until it is released. */
  Manifest hold(Sealed task) {
    return library.hold(task);
  }

  /** Says whether what follows from some classes is the same the next time. */
  boolean lasts(Set<Class<?>> types) {
    return closures.of(types).lasts();
  }

  /** How often the classes that travel with some others had been redefined. */
  List<Redefinitions> counted(Set<Class<?>> types) {
    return closures.of(types).counted();
  }

  SealedLibrary library() {
    return library;
  }
}
