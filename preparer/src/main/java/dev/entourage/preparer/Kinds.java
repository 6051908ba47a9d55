package dev.entourage.preparer;

import dev.entourage.spi.PreparationLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The kinds of forms in the order in which they are asked. */
final class Kinds {

  private Kinds() {}

  /** Returns the kinds that come before any rule of ours: the user's layers and the engine's. */
  static List<FormKind> asked(
      List<PreparationLayer> layers, List<FormKind> extra, Marks marks, NamedClasses classes) {
    List<FormKind> kinds = new ArrayList<>();
    List<FormKind> own = joined(extra, builtIn(marks, classes));
    // Always there: on a worker no layer takes anything, but what layers replaced arrives.
    KeptKind kept = new KeptKind(own);
    kinds.add(new ReplacedKind(List.copyOf(layers), kept));
    kinds.add(kept);
    kinds.addAll(extra);
    return kinds;
  }

  /** Returns the kinds that come with the preparer. */
  static List<FormKind> builtIn(Marks marks, NamedClasses classes) {
    FieldsKind fields = new FieldsKind();
    AnnotationKind annotations = new AnnotationKind();
    ProxyKind proxies = new ProxyKind(annotations);
    List<FormKind> first =
        List.of(
            new ClassKind(classes),
            new LambdaKind(classes),
            new ValueKind(),
            new OptionalKind(),
            new ImmutableListKind(),
            new ImmutableHashKind(false),
            new ImmutableHashKind(true),
            new EntryKind(),
            new PartitionKind(),
            new StatisticsKind(),
            new SubListKind(),
            annotations,
            new ClientProxyKind(proxies, fields),
            proxies,
            new AtomicKind(),
            new BufferKind(),
            new ThreadLocalKind(),
            new SecureRandomKind(),
            new MapViewKind(),
            new ConstantKind(),
            new JdkFieldsKind(),
            new ObjectKind(marks),
            new LoggerKind(),
            new MemberKind(),
            new DeclaredKind(),
            new TypeKind(),
            new MethodTypeKind(),
            new CollectorKind(),
            new CallableKind());
    Predicate<Class<?>> taken = type -> first.stream().anyMatch(kind -> kind.takes(type));
    SerialKind stored = new SerialKind(SerialKind.Sort.SERIAL, taken, fields);
    return joined(
        first,
        List.of(
            new ExtendedKind(false),
            new ExtendedKind(true),
            new EnumMapKind(stored, classes),
            new LockKind(stored),
            stored,
            new SerialKind(SerialKind.Sort.RESOLVED, taken, fields),
            new SerialKind(SerialKind.Sort.CUSTOM, taken, fields),
            new MarkedKind(marks, fields),
            fields));
  }

  static List<FormKind> joined(List<FormKind> first, List<FormKind> second) {
    List<FormKind> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
