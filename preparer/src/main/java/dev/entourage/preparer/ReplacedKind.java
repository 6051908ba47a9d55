package dev.entourage.preparer;

import dev.entourage.spi.PreparationLayer;
import java.util.List;
import java.util.function.Consumer;

/** What the user's layers replace: the stand-in is the only part. */
final class ReplacedKind implements FormKind {

  private final List<PreparationLayer> layers;
  private final KeptKind kept;

  ReplacedKind(List<PreparationLayer> layers, KeptKind kept) {
    this.layers = layers;
    this.kept = kept;
  }

  @Override
  public String kind() {
    return "replaced";
  }

  @Override
  public boolean takes(Class<?> type) {
    return !type.isArray()
        && !Enum.class.isAssignableFrom(type)
        && layers.stream().anyMatch(layer -> layer.replaces(type));
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    Object standIn = replaced(value, (layer, before, after) -> {});
    // A stand-in that a layer would replace again is taken apart here, so that it isn't asked.
    return standIn != null && takes(standIn.getClass())
        ? kept.form(standIn, named)
        : new Form(kind(), new String[0], new Object[] {standIn});
  }

  /** Hears what each layer makes of an object. */
  interface Listener {

    /** A layer returned another object, or null. */
    void replaced(PreparationLayer layer, Object value, Object by);
  }

  /** Asks the layers, each about what the one before it made. */
  Object replaced(Object value, Listener listener) {
    Object standIn = value;
    for (PreparationLayer layer : layers) {
      Object before = standIn;
      if (before != null && layer.replaces(before.getClass())) {
        standIn = layer.replace(before);
      }
      if (standIn != before) {
        listener.replaced(layer, before, standIn);
      }
    }
    return standIn;
  }

  @Override
  public String label(Form form, int part) {
    return "replaced";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return Heads.part(form, 0);
  }
}
