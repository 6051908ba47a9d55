package dev.entourage.backend.testkit;

import dev.entourage.backend.testkit.Verdict.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All programs that a backend must carry, or refuse. */
final class Cases {

  /** What a backend may do with what a program makes. */
  enum Outcome {
    /** It must arrive. */
    CARRIED,
    /** It must arrive, or be refused with its path before anything is sent. */
    CARRIED_OR_REFUSED,
    /**
     * It must arrive, or fail with a clear error on either side: only a run of its code can tell.
     */
    NEVER_WRONG,
    /** It must be refused with its path. */
    REFUSED;

    boolean allows(Kind kind) {
      return switch (this) {
        case CARRIED -> kind == Kind.CARRIED;
        case CARRIED_OR_REFUSED -> kind == Kind.CARRIED || kind == Kind.REFUSED;
        case NEVER_WRONG -> kind != Kind.WRONG;
        case REFUSED -> kind == Kind.REFUSED;
      };
    }
  }

  /**
   * One program: a class with {@code roots} or {@code make}, which makes what travels, and {@code
   * show}, which says as text all that is to be kept.
   *
   * @param number the cases of the acceptance list that it proves
   * @param name its class; a member class is in the file of the class around it
   * @param outcome what a backend may do with it
   */
  record Case(String number, String name, Outcome outcome) {

    /** The name in words. */
    String title() {
      String words =
          name.substring(name.indexOf('$') + 1)
              .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ");
      return number + " " + words.toLowerCase(Locale.ROOT);
    }
  }

  /** The cases of the acceptance list; some programs prove several. */
  private static final List<Case> LISTED =
      List.of(
          carried("A1, C22", "StatefulObjects"),
          carried("A2", "UnmarkedClasses"),
          carried("A3", "Records"),
          carried("A4", "CapturingLambdas"),
          carried("A5", "MethodReferences"),
          carried("A6", "KindsOfClasses"),
          carried("A11", "SharedClasses"),
          carried("C17", "MutableCollections"),
          carried("C17", "ImmutableCollections"),
          carried("C17", "WrappedCollections"),
          carried("C17", "MapsOfUserKeys"),
          carried("C17", "SortedByLambda"),
          carried("C17", "KindsOfArrays"),
          carried("C18", "SameNamedFields"),
          carried("C18", "OwnSerialization"),
          carried("C18", "ExtendedCollections"),
          carried("C18", "TransientFields"),
          carried("C19", "PlainCycles"),
          carried("C19", "ResolvedInCycles"),
          refused("C19", "ResolvedTooEarly"),
          carried("C19", "HashedKeysInCycles"),
          carried("C19", "LambdasInCycles"),
          carried("C19", "RecordsInCycles"),
          new Case("C19", "CopyingRecordsInCycles", Outcome.NEVER_WRONG),
          either("C19", "ImmutablesInCycles"),
          either("C19", "SortedInCycles"),
          either("C19", "NestedKeysInCycles"),
          either("C19", "ExceptionsInCycles"),
          carried("C19", "SelfCapturingLambda"),
          carried("C19", "SelfHoldingRecord"),
          carried("C21", "Singletons"),
          carried("C23", "Pipelines"),
          carried("C24", "ValuesOfTheJdk"),
          carried("C24", "ValuesWithoutSerialForm"),
          either("C24", "Proxies"),
          carried("C25", "PlainLambdas"),
          refused("C26", "Threads"),
          carried("E37", "Exceptions"));

  private Cases() {}

  static List<Case> all() {
    return Stream.of(LISTED, Features.plain(), Features.cyclic()).flatMap(List::stream).toList();
  }

  /** The files of all programs, also of those that have a test of their own. */
  static List<String> files() {
    Stream<String> others = Stream.of("DeepGraphs", "RandomGraphs", "Replaceable", "JdkObjects");
    return Stream.of(LISTED.stream().map(Case::name), Features.PROGRAMS.stream(), others)
        .flatMap(names -> names)
        .toList();
  }

  private static Case carried(String number, String name) {
    return new Case(number, name, Outcome.CARRIED);
  }

  private static Case either(String number, String name) {
    return new Case(number, name, Outcome.CARRIED_OR_REFUSED);
  }

  private static Case refused(String number, String name) {
    return new Case(number, name, Outcome.REFUSED);
  }
}
