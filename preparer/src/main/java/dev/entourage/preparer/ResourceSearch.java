package dev.entourage.preparer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entourage.CodeUnavailableException;
import dev.entourage.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One search for a resource that a task's code asks for: all files of a name that the loaders of
 * its classes find in code sources that travel by value. What lies elsewhere isn't given away: not
 * what a name with {@code ..} leads to, nor what workers have themselves.
 */
final class ResourceSearch {

  /** Not spelt out: where an application relocates our packages, that would stay as it is. */
  private static final String OWN_SERVICES =
      "META-INF/services/" + Workers.class.getPackageName() + '.';

  /** More than code brings along; data belongs into the task, or into a shared value. */
  static final int LARGEST = 16 << 20;

  private final CodeOrigins origins;
  private final String name;
  private final Map<String, byte[]> found = new LinkedHashMap<>();
  private int bytes;

  private ResourceSearch(CodeOrigins origins, String name) {
    this.origins = origins;
    this.name = name;
  }

  static List<Resource> of(Sealed task, String name, CodeOrigins origins) {
    ResourceSearch search = new ResourceSearch(origins, name);
    if (isRelative(name) && !name.equals(PlatformAndApiLoader.ENGINE_SERVICE)) {
      task.loaders().forEach(search::lookIn);
      task.types().stream().map(Class::getModule).distinct().forEach(search::lookIn);
    }
    return search.found.entrySet().stream()
        .map(file -> new Resource(file.getKey(), file.getValue()))
        .toList();
  }

  /** Says whether a name stays in the code source that it is looked up in. */
  private static boolean isRelative(String name) {
    List<String> steps = Arrays.asList(name.split("/", -1));
    return name.chars().noneMatch(c -> c == '\\' || c == ':' || c == 0)
        && Collections.disjoint(steps, Set.of("", ".", ".."));
  }

  private void lookIn(ClassLoader loader) {
    try {
      if (loader instanceof SessionClassLoader worker) {
        worker.ownResources(name).forEach(own -> add(own.source(), own.bytes()));
      } else {
        for (URL url : Collections.list(loader.getResources(name))) {
          take(url);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Named modules show most of their resources to nobody but their own classes. */
  private void lookIn(Module module) {
    Optional<ResolvedModule> resolved =
        module.isNamed() && !PlatformModules.isPlatform(module)
            ? module.getLayer().configuration().findModule(module.getName())
            : Optional.empty();
    resolved.ifPresent(this::read);
    if (resolved.isPresent() && name.startsWith("META-INF/services/")) {
      provided(module);
    }
  }

  private void read(ResolvedModule module) {
    URI location = module.reference().location().orElse(null);
    if (location == null || !isLent(location)) {
      return;
    }
    try (ModuleReader reader = module.reference().open();
        InputStream in = reader.open(name).orElse(null)) {
      if (in != null) {
        add(location.toString(), in);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** On a worker the classes of a module are in no module: files tell of its services there. */
  private void provided(Module module) {
    String service = name.substring("META-INF/services/".length());
    Set<String> providers = new TreeSet<>();
    module.getDescriptor().provides().stream()
        .filter(provides -> provides.service().equals(service))
        .forEach(provides -> providers.addAll(provides.providers()));
    if (!providers.isEmpty()) {
      add("module:" + module.getName(), String.join("\n", providers).getBytes(UTF_8));
    }
  }

  private void take(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    // The cache would keep a jar open, and show its old content when it has changed.
    connection.setUseCaches(false);
    Optional<URL> source = source(url, connection);
    if (source.isPresent() && isLent(source.get())) {
      try (InputStream in = connection.getInputStream()) {
        add(source.get().toString(), in);
      }
    }
  }

  /** The code source that a resource lies in; empty for folders, and for what isn't below one. */
  private Optional<URL> source(URL url, URLConnection connection) throws IOException {
    if (connection instanceof JarURLConnection jar) {
      return jar.getJarEntry().isDirectory() ? Optional.empty() : Optional.of(jar.getJarFileURL());
    }
    return url.getProtocol().equals("file") ? folder(url) : Optional.of(url);
  }

  private Optional<URL> folder(URL url) throws IOException {
    Path file = path(url);
    Path steps = Path.of(name);
    if (!Files.isRegularFile(file) || !file.endsWith(steps)) {
      return Optional.empty();
    }
    Path folder = file;
    for (int step = 0; step < steps.getNameCount(); step++) {
      folder = folder.getParent();
    }
    return Optional.of(folder.toUri().toURL());
  }

  private static Path path(URL url) throws IOException {
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("No file has this URL: " + url, e);
    }
  }

  private boolean isLent(URI location) {
    try {
      return isLent(location.toURL());
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean isLent(URL source) {
    return origins.lends(source, packageName());
  }

  private String packageName() {
    return name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
  }

  private void add(String source, InputStream in) throws IOException {
    if (!found.containsKey(source)) {
      byte[] content = in.readNBytes(LARGEST + 1 - bytes);
      if (!name.startsWith(OWN_SERVICES) || !OwnCode.isListed(content)) {
        add(source, content);
      }
    }
  }

  private void add(String source, byte[] content) {
    if (found.putIfAbsent(source, content) == null) {
      bytes += content.length;
    }
    if (bytes > LARGEST) {
      throw new CodeUnavailableException(
          "A resource must not be larger than "
              + LARGEST
              + " bytes to be lent to a worker: name="
              + name
              + ", source="
              + source
              + ". Read it on the driver and let the task capture it, or share it with"
              + " Workers.share.");
    }
  }

  private UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("A resource can't be read: name=" + name, e);
  }
}
