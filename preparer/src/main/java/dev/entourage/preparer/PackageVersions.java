package dev.entourage.preparer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the jar of a package says of it, as {@link Package} tells it.
 *
 * @param name the package
 * @param texts title, version and vendor of the specification, then those of the implementation;
 *     empty where there is none
 * @since 0.1
 */
public record PackageVersions(String name, List<String> texts) {

  /** Three texts of the specification and three of the implementation. */
  static final int TEXTS = 6;

  /** Copies the list. */
  public PackageVersions {
    texts = List.copyOf(texts);
  }

  /** Reads those of a package; empty when nothing is known of it. */
  static Optional<PackageVersions> of(Package known) {
    List<String> texts =
        texts(
            known.getSpecificationTitle(),
            known.getSpecificationVersion(),
            known.getSpecificationVendor(),
            known.getImplementationTitle(),
            known.getImplementationVersion(),
            known.getImplementationVendor());
    return Optional.of(new PackageVersions(known.getName(), texts))
        .filter(versions -> !versions.isEmpty());
  }

  private static List<String> texts(String... texts) {
    return Arrays.stream(texts).map(text -> text == null ? "" : text).toList();
  }

  boolean isEmpty() {
    return texts.stream().allMatch(String::isEmpty);
  }

  /** Returns one of the texts as {@link Package} has it, or null. */
  String text(int index) {
    return texts.get(index).isEmpty() ? null : texts.get(index);
  }
}
