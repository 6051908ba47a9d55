package dev.entourage.preparer;

import dev.entourage.spi.NormalForm;
import dev.entourage.spi.PreparationLayer;
import java.util.List;

/**
 * Makes the normal form that all backends share.
 *
 * @since 0.1
 */
public final class NormalForms {

  private NormalForms() {}

  /**
   * Makes a normal form over a loader.
   *
   * @param loader finds the classes to decode
   * @param layers the user's layers whose replacements travel; none on a worker
   * @param extra kinds besides the built-in ones, such as handles of the engine; asked first
   * @return a new normal form
   */
  public static NormalForm over(
      ClassLoader loader, List<PreparationLayer> layers, List<FormKind> extra) {
    return new Forms(loader, layers, extra, new Marks(type -> false));
  }
}
