package dev.entourage.preparer;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The binary names that one or many class files mention. Classes of one jar repeat four of five
 * texts, so none is taken apart twice.
 */
final class MentionedNames {

  private final Function<String, List<String>> reader;
  private final Set<String> classes = new HashSet<>();
  private final Set<String> signatures = new HashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  MentionedNames() {
    this(SignatureNames::in);
  }

  /** With one who may know the names in a descriptor or signature already. */
  MentionedNames(Function<String, List<String>> reader) {
    this.reader = reader;
  }

  /** Adds the name in a class entry, such as {@code p/A} or {@code [Lp/A;}. */
  void addClass(String internalName) {
    if (internalName.startsWith("[")) {
      addSignature(internalName);
    } else if (classes.add(internalName)) {
      names.add(internalName.replace('/', '.'));
    }
  }

  /** Adds the names in what may be a descriptor or a signature. */
  void addSignature(String text) {
    if (signatures.add(text)) {
      names.addAll(reader.apply(text));
    }
  }

  Set<String> all() {
    return names;
  }
}
