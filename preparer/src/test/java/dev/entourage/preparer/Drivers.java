package dev.entourage.preparer;

import dev.entourage.Explanation;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Preparers whose graph layer only sees the class of the root, or the root itself as a class. */
final class Drivers {

  private Drivers() {}

  static Preparer bare() {
    return with(PreparerOptions.bare());
  }

  /** Without an agent, so that nothing hides that bytes are missing. */
  static Preparer with(PreparerOptions options) {
    return with(options, new NoAgent());
  }

  static Preparer with(PreparerOptions options, Agent agent) {
    return new Preparer(options, null, new RootOnly(), agent);
  }

  static PreparerOptions options(boolean inherit, Set<String> byValue, Set<String> byReference) {
    return new PreparerOptions(
        inherit, byValue, byReference, Set.of(), List.of(), List.of(), List.of());
  }

  /** Prepares a task of one class and closes its manifest. */
  static Manifest seal(Preparer preparer, Class<?> type, Class<?>... encoded) {
    return preparer.seal(preparer.prepare(type), Set.of(encoded));
  }

  static Explanation explain(Preparer preparer, Object root) {
    NormalForm forms = preparer.normalForm();
    return preparer.explain(root, new Codec(new Travel.ArraysMarshaller(forms), forms));
  }

  private static final class NoAgent implements Agent {

    @Override
    public Optional<byte[]> classFile(Class<?> type) {
      return Optional.empty();
    }

    @Override
    public Optional<String> start(String reason) {
      return Optional.of("this test has none");
    }

    @Override
    public Optional<String> startBehindAll(Class<?> type, String reason) {
      return start(reason);
    }
  }

  private static final class RootOnly implements PreparationLayer {

    @Override
    public String id() {
      return "root only";
    }

    @Override
    public void prepare(Preparation task) {
      Object root = task.root();
      task.include(root instanceof Class<?> type ? type : root.getClass(), "the root");
    }
  }
}
