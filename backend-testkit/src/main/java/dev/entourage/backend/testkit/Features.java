package dev.entourage.backend.testkit;

import dev.entourage.backend.testkit.Cases.Case;
import dev.entourage.backend.testkit.Cases.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What serialization libraries were found to disagree about: 62 cases of one object each, and 24 of
 * cycles and aliases through what they can't write alike.
 */
final class Features {

  /** The files that hold them. */
  static final List<String> PROGRAMS =
      List.of(
          "ClassFeatures",
          "FunctionFeatures",
          "CollectionFeatures",
          "ValueFeatures",
          "FormFeatures");

  private static final String CLASSES =
      "UnmarkedClass SerializableClass FinalFields NoDefaultConstructor InnerClass AnonymousClass"
          + " LocalClass EnumConstant EnumWithBody PlainRecord CheckingRecord GenericClass"
          + " SameNamedFields TransientField ClassInAField ObjectField PrimitiveFields"
          + " SharedIdentity CyclicObjects WriteObject ReadResolve WriteReplace"
          + " ExternalizableClass";

  private static final String FUNCTIONS =
      "SerializableLambda SerializableMethodReference PlainLambda LambdaOfThis SortedByALambda"
          + " ProxyOfALambda";

  private static final String COLLECTIONS =
      "ArrayListOfObjects LinkedListWithNull ArrayDequeOfObjects LinkedHashMapInOrder"
          + " HashSetOfKeys TreeMapInOrder EnumMapWithBodies EnumSetOfConstants ConcurrentMap"
          + " IdentityMap ListOf SetOf MapOf StreamToListWithNull UnmodifiableCollections"
          + " SynchronizedCollections SubListOfAList ArraysAsList RecordsAsMapValues"
          + " ArrayListSubclass HashMapSubclass";

  private static final String VALUES =
      "JavaTime OptionalInAField EmptyOptional ThrowableWithCause PatternWithFlags Atomics"
          + " NumbersAndNames ArraysOfAllTypes RecordInACycle ThousandLinks TenThousandLinks"
          + " HundredThousandLinks";

  private static final String FORMS =
      "SharedLambda LambdaInItsHolder HolderInItsLambda TwoHoldersOfALambda SharedRecord"
          + " ListThenRecord RecordThenList RecordThroughAMap LambdaThroughASet"
          + " RecordThroughAnArray ListOfInACycle SetAndMapOfInACycle OptionalInACycle"
          + " ClassesAsValues ProxyInACycle RecordsTenThousandDeep ThrowableInACycle"
          + " ComparatorInACycle ConstructorThatChecksASharedList KeysHashedByContent"
          + " LambdaThenListThenRecordOfLambda ListSubclassInACycle WriteObjectInACycle"
          + " AtomicReferenceInACycle";

  /** A backend may refuse these: what can only be made from its parts is one of them. */
  private static final Set<String> REFUSABLE =
      Set.of("ThrowableInACycle", "LambdaThenListThenRecordOfLambda", "WriteObjectInACycle");

  private Features() {}

  /** The 62 of one object each. */
  static List<Case> plain() {
    List<Case> all = new ArrayList<>();
    add(all, "F", "ClassFeatures", CLASSES);
    add(all, "F", "FunctionFeatures", FUNCTIONS);
    add(all, "F", "CollectionFeatures", COLLECTIONS);
    add(all, "F", "ValueFeatures", VALUES);
    return all;
  }

  /** The 24 of cycles and aliases. */
  static List<Case> cyclic() {
    List<Case> all = new ArrayList<>();
    add(all, "N", "FormFeatures", FORMS);
    return all;
  }

  private static void add(List<Case> all, String letter, String program, String names) {
    for (String name : names.split(" ")) {
      Outcome outcome = REFUSABLE.contains(name) ? Outcome.CARRIED_OR_REFUSED : Outcome.CARRIED;
      all.add(new Case(letter + (all.size() + 1), program + "$" + name, outcome));
    }
  }
}
