package dev.entourage.preparer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The resources of one generation, each asked for once, also one that isn't there; and again when a
 * code source joins that could have it. Thread-safe.
 */
final class SessionResources {

  /** Of code that makes up names without end nothing more is remembered. */
  private static final int MOST = 10_000;

  private final CodeRequests requests;
  private final GenerationMembers members;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  SessionResources(CodeRequests requests, GenerationMembers members) {
    this.requests = requests;
    this.members = members;
  }

  List<Resource> find(String name) {
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(name, Known::new).get();
  }

  /** One name, with a lock of its own: the driver is asked under it. */
  private final class Known {

    private final String name;
    private final Map<String, Resource> bySource = new LinkedHashMap<>();
    private int asked;

    Known(String name) {
      this.name = name;
    }

    synchronized List<Resource> get() {
      int sources = members.sources();
      if (asked < sources) {
        members.manifests().forEach(this::ask);
        asked = sources;
      }
      return List.copyOf(bySource.values());
    }

    private void ask(Digest manifest) {
      ResourceFormat.decode(requests.resources(manifest, name))
          .forEach(found -> bySource.putIfAbsent(found.source(), found));
    }
  }
}
