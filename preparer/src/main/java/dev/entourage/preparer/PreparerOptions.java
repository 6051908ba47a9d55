package dev.entourage.preparer;

import dev.entourage.spi.ClassBytesSource;
import dev.entourage.spi.PreparationLayer;
import java.util.List;
import java.util.Set;

/**
 * What decides how a driver prepares its tasks.
 *
 * @param inheritClassPath whether the workers see the jars of the driver's class path
 * @param byValue packages, modules and jars that always travel
 * @param byReference packages, modules and jars that never travel
 * @param statics packages and modules whose static fields travel, as those of scripts do
 * @param layers the user's layers, in their order
 * @param sources the user's sources of class bytes, in their order
 * @param kinds kinds of the normal form besides the built-in ones, such as handles of the engine;
 *     they are asked first
 * @since 0.1
 */
public record PreparerOptions(
    boolean inheritClassPath,
    Set<String> byValue,
    Set<String> byReference,
    Set<String> statics,
    List<PreparationLayer> layers,
    List<ClassBytesSource> sources,
    List<FormKind> kinds) {

  /** Copies the collections. */
  public PreparerOptions {
    byValue = Set.copyOf(byValue);
    byReference = Set.copyOf(byReference);
    statics = Set.copyOf(statics);
    layers = List.copyOf(layers);
    sources = List.copyOf(sources);
    kinds = List.copyOf(kinds);
  }

  /**
   * Returns the options of bare workers, without anything of the user's.
   *
   * @return all but the JDK and the API travels
   */
  public static PreparerOptions bare() {
    return new PreparerOptions(
        false, Set.of(), Set.of(), Set.of(), List.of(), List.of(), List.of());
  }
}
