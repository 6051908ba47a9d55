package dev.entourage.preparer;

import dev.entourage.spi.NormalForm;
import dev.entourage.spi.PreparationLayer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntFunction;

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
    return over(loader, layers, extra, ByteBuffer::allocate);
  }

  /**
   * Makes a normal form over a loader.
   *
   * @param loader finds the classes to decode
   * @param layers the user's layers whose replacements travel; none on a worker
   * @param extra kinds besides the built-in ones, such as handles of the engine; asked first
   * @param memory gives it for what is long, as {@link NormalForm#memory} says
   * @return a new normal form
   */
  public static NormalForm over(
      ClassLoader loader,
      List<PreparationLayer> layers,
      List<FormKind> extra,
      IntFunction<ByteBuffer> memory) {
    return new Forms(loader, layers, extra, new Marks(type -> false), memory);
  }
}
