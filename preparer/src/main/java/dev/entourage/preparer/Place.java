package dev.entourage.preparer;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Where a class is from, found out once for all classes of a protection domain: a thousand of them
 * share one URL, and to take it apart each time is most of what a look at them costs.
 *
 * @param source the code source as text
 * @param path the folder or jar, or null when it is no file
 * @param isJar whether it is a file, no folder
 * @param signers who signed it
 */
record Place(String source, Path path, boolean isJar, List<String> signers) {

  private static final Map<ProtectionDomain, Place> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Returns the same one for the classes of one domain. */
  static Place of(Class<?> type) {
    ProtectionDomain domain = type.getProtectionDomain();
    Place known = KNOWN.get(domain);
    return known != null ? known : find(type, domain);
  }

  private static Place find(Class<?> type, ProtectionDomain domain) {
    URL location = CodeSources.location(type);
    Path path = CodeSources.file(location).orElse(null);
    boolean isJar = path != null && Files.isRegularFile(path);
    Place place = new Place(CodeSources.of(type), path, isJar, CodeSources.signers(type));
    if (location != null) {
      KNOWN.put(domain, place);
    }
    return place;
  }
}
