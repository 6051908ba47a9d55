package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.Manifest.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One generation of a session's classes. What the manifests that joined list is defined here, when
 * it is first needed. For all else the JDK and the API come first, then what travels by reference,
 * then the driver is asked; but the driver before the references in packages that classes from here
 * live in, for a package in two loaders is two packages.
 */
final class SessionClassLoader extends ClassLoader implements CallerLookup {

  static {
    registerAsParallelCapable();
  }

  private static final String CLASS_FILE = ".class";

  private final CodeStore store;
  private final CodeRequests requests;
  private final ClassLoader inherited;
  private final GenerationMembers members = new GenerationMembers();
  private final SessionResources resources;
  private final SessionUrls urls = new SessionUrls(this::content);
  private final Map<String, ProtectionDomain> domains = new ConcurrentHashMap<>();
  private final Function<Class<?>, MethodHandles.Lookup> lookup;
  private Object companion;

  SessionClassLoader(CodeStore store, CodeRequests requests, ClassLoader inherited) {
    super("entourage-session", platformOf(inherited));
    this.store = store;
    this.requests = requests;
    this.inherited = inherited;
    this.resources = new SessionResources(requests, members);
    this.lookup = defineLookup();
  }

  private static ClassLoader platformOf(ClassLoader inherited) {
    for (ClassLoader loader = inherited; loader != null; loader = loader.getParent()) {
      if (loader instanceof PlatformAndApiLoader) {
        return loader;
      }
    }
    throw new IllegalArgumentException(
        "The inherited loader's parent must be SessionLoaders.platformAndApi(): " + inherited);
  }

  /** Returns what belongs to this loader and lives as long as it does. */
  synchronized Object companion(Function<? super ClassLoader, ?> make) {
    if (companion == null) {
      companion = make.apply(this);
    }
    return companion;
  }

  /** The class files of this generation. */
  Set<Digest> files() {
    return members.files();
  }

  /** Takes a manifest in, unless it contradicts what this generation already answered. */
  boolean join(Manifest manifest) {
    return members.join(manifest);
  }

  /** Returns a lookup with full access to a class, as {@code LambdaMetafactory} wants it. */
  @Override
  public MethodHandles.Lookup lookupIn(Class<?> type) {
    return lookup.apply(type);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      Entry own = members.entry(name);
      return own != null ? define(own) : super.loadClass(name, resolve);
    }
  }

  /** Called when the JDK and the API don't have the class. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    boolean ownPackage = members.ownsPackage(PlatformAndApiLoader.packageName(name));
    Class<?> found = ownPackage ? findLazily(name) : findInherited(name);
    if (found == null) {
      found = ownPackage ? findInherited(name) : findLazily(name);
    }
    return found != null ? found : absent(name);
  }

  /** Reflection asks so, past {@code loadClass}, for the class with a package's annotations. */
  @Override
  protected Class<?> findClass(String moduleName, String name) {
    try {
      return moduleName == null ? loadClass(name, false) : null;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private Class<?> absent(String name) throws ClassNotFoundException {
    if (members.markAbsent(name)) {
      throw new ClassNotFoundException(name);
    }
    return define(members.entry(name));
  }

  private Class<?> findInherited(String name) {
    if (inherited == getParent()) {
      return null;
    }
    try {
      Class<?> found = inherited.loadClass(name);
      return members.markInherited(name) ? found : define(members.entry(name));
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private Class<?> findLazily(String name) throws ClassNotFoundException {
    List<Digest> manifests = members.manifestsToAsk(name);
    for (Digest manifest : manifests) {
      Optional<byte[]> closure = requests.find(manifest, name);
      if (closure.isPresent()) {
        return define(extend(Manifest.decode(closure.get()), name));
      }
    }
    members.markAskedInVain(name, manifests);
    return null;
  }

  private Entry extend(Manifest closure, String name) throws ClassNotFoundException {
    if (closure.entries().stream().noneMatch(entry -> entry.name().equals(name))) {
      throw new CodeUnavailableException("The driver's answer lacks the class: class=" + name);
    }
    store.complete(closure);
    if (!members.extend(closure)) {
      throw new ClassNotFoundException(
          name + " needs other versions of classes than this task already uses");
    }
    return members.entry(name);
  }

  /** What the session's own code sources have comes before what travels by reference. */
  @Override
  public URL getResource(String name) {
    List<URL> own = ownUrls(name);
    return own.isEmpty() ? inherited.getResource(name) : own.get(0);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<Resource> own = ownResources(name);
    List<URL> all = new ArrayList<>();
    own.forEach(resource -> all.add(urls.of(resource.source(), name)));
    for (URL url : Collections.list(inherited.getResources(name))) {
      // A jar whose classes travel is still there to be read.
      if (own.stream().noneMatch(r -> url.toString().startsWith("jar:" + r.source() + "!/"))) {
        all.add(url);
      }
    }
    return Collections.enumeration(all);
  }

  private List<URL> ownUrls(String name) {
    return ownResources(name).stream().map(own -> urls.of(own.source(), name)).toList();
  }

  /** The class file or the resources that came from the driver, which may be asked for them. */
  List<Resource> ownResources(String name) {
    Entry type = classOf(name);
    if (type != null) {
      return List.of(new Resource(type.source(), store.get(type)));
    }
    boolean inheritedClass = name.endsWith(CLASS_FILE) && inherited.getResource(name) != null;
    return inheritedClass ? List.of() : resources.find(name);
  }

  private Entry classOf(String name) {
    return name.endsWith(CLASS_FILE)
        ? members.entry(name.substring(0, name.length() - CLASS_FILE.length()).replace('/', '.'))
        : null;
  }

  private byte[] content(String source, String name) {
    return ownResources(name).stream()
        .filter(own -> own.source().equals(source))
        .map(Resource::bytes)
        .findFirst()
        .orElse(null);
  }

  private Class<?> define(Entry entry) {
    byte[] file = store.get(entry);
    definePackage(PlatformAndApiLoader.packageName(entry.name()));
    if (entry.asserting()) {
      setClassAssertionStatus(entry.name(), true);
    }
    return defineClass(
        entry.name(),
        file,
        0,
        file.length,
        domains.computeIfAbsent(entry.source(), source -> CodeSources.domain(source, this)));
  }

  private void definePackage(String name) {
    PackageVersions known = members.versions(name);
    if (known != null && getDefinedPackage(name) == null) {
      try {
        definePackage(
            name,
            known.text(0),
            known.text(1),
            known.text(2),
            known.text(3),
            known.text(4),
            known.text(5),
            null);
      } catch (IllegalArgumentException e) {
        // Another thread was faster, with the same.
      }
    }
  }

  @SuppressWarnings("unchecked")
  private Function<Class<?>, MethodHandles.Lookup> defineLookup() {
    String name = SessionLookup.class.getName();
    try (InputStream in = SessionLookup.class.getResourceAsStream("SessionLookup.class")) {
      byte[] file = in.readAllBytes();
      Class<?> helper = defineClass(name, file, 0, file.length);
      return (Function<Class<?>, MethodHandles.Lookup>)
          helper.getDeclaredConstructor().newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot define " + name, e);
    }
  }
}
