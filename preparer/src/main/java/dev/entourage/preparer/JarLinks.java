package dev.entourage.preparer;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the jars of a class path lead: from what a jar's classes mention to the jars and folders
 * that have it. Looks at no jar that isn't asked for, and at none at all where nothing that travels
 * could be mentioned: then each jar stays. For one thread.
 */
final class JarLinks {

  private final Set<Path> jars;
  private final ClassFolders folders;
  private final Set<Path> travelling;
  private final Map<Path, Node> nodes = new HashMap<>();

  /**
   * One jar.
   *
   * @param hindrance why it can't stay, on its own
   * @param next the jars it mentions
   */
  private record Node(Optional<String> hindrance, Collection<Path> next) {}

  /** Knows which jars travel from the beginning. */
  JarLinks(ClassPath path, Set<Path> travelling) {
    this.jars = Set.copyOf(path.jars());
    this.folders = new ClassFolders(path.folders());
    this.travelling = travelling;
  }

  /** Whether a jar travels, whatever it leads to. */
  boolean isCut(Path jar) {
    return travelling.contains(jar);
  }

  /** A jar travels from now on. */
  void cut(Path jar) {
    travelling.add(jar);
    nodes.clear();
  }

  /** Says why a jar can't stay; empty when all that it leads to stays. */
  Optional<String> hindrance(Path jar) {
    return folders.isEmpty() && travelling.isEmpty() ? Optional.empty() : search(jar);
  }

  private Optional<String> search(Path start) {
    Map<Path, Path> cameFrom = new LinkedHashMap<>();
    Deque<Path> waiting = new ArrayDeque<>();
    cameFrom.put(start, null);
    waiting.add(start);
    while (!waiting.isEmpty()) {
      Path jar = waiting.removeFirst();
      Node node = nodes.computeIfAbsent(jar, this::node);
      if (node.hindrance().isPresent()) {
        return Optional.of(way(jar, cameFrom, node.hindrance().get()));
      }
      for (Path next : node.next()) {
        if (!cameFrom.containsKey(next)) {
          cameFrom.put(next, jar);
          waiting.add(next);
        }
      }
    }
    return Optional.empty();
  }

  private static String way(Path end, Map<Path, Path> cameFrom, String hindrance) {
    String way = hindrance;
    Path jar = end;
    for (Path from = cameFrom.get(jar); from != null; from = cameFrom.get(jar)) {
      way = Reasons.leads(from, jar, way);
      jar = from;
    }
    return way;
  }

  private Node node(Path jar) {
    JarContents contents = JarContents.of(jar);
    Optional<String> shared = shared(jar, contents);
    return shared.isPresent() ? new Node(shared, Set.of()) : linked(jar, contents);
  }

  /** Looks at the names of packages first: that is cheap. */
  private Optional<String> shared(Path jar, JarContents contents) {
    for (String name : contents.packages()) {
      Optional<Path> other =
          isEverywhere(name) ? Optional.empty() : folders.withPackage(name).or(() -> jarWith(name));
      if (other.isPresent()) {
        return Optional.of(Reasons.shares(jar, name, other.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Path> jarWith(String packageName) {
    return travelling.stream()
        .filter(other -> JarContents.of(other).packages().contains(packageName))
        .findFirst();
  }

  private Node linked(Path jar, JarContents contents) {
    Map<Path, String> next = new LinkedHashMap<>();
    for (String name : contents.outside()) {
      if (!isEverywhere(PlatformAndApiLoader.packageName(name))) {
        Optional<Path> folder = folders.withClass(name);
        if (folder.isPresent()) {
          return new Node(Optional.of(Reasons.mentions(jar, name, folder.get())), Set.of());
        }
        home(name).ifPresent(other -> next.putIfAbsent(other, name));
      }
    }
    return next.keySet().stream()
        .filter(travelling::contains)
        .findFirst()
        .map(other -> Reasons.mentions(jar, next.get(other), other))
        .map(why -> new Node(Optional.of(why), Set.of()))
        .orElseGet(() -> new Node(Optional.empty(), next.keySet()));
  }

  /** Workers have the API; what else is ours never travels. */
  private static boolean isEverywhere(String packageName) {
    return PlatformAndApiLoader.isApi(packageName) || OwnCode.isPackage(packageName);
  }

  /** The jar of the class path that a name is found in. */
  private Optional<Path> home(String className) {
    URL url =
        ClassLoader.getSystemClassLoader().getResource(className.replace('.', '/') + ".class");
    return Optional.ofNullable(url).flatMap(CodeSources::jar).filter(jars::contains);
  }
}
