package dev.entourage.engine;

import dev.entourage.ProgressListener;
import dev.entourage.preparer.FormKind;
import dev.entourage.preparer.PreparerOptions;
import dev.entourage.spi.ClassBytesSource;
import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.spi.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a pool was built with, checked.
 *
 * @param processes how many workers; empty: as many as the hosts have processors
 * @param slots how many tasks a worker runs at once
 * @param backend encodes tasks and results
 * @param transport reaches the hosts
 * @param transportOptions the transport's options by name
 * @param jvmOptions more options of each worker's command line
 * @param environment the workers' environment; empty: that of the host
 * @param inheritClassPath whether workers see the driver's jars
 * @param byValue packages, modules and jars that always travel
 * @param byReference packages, modules and jars that never travel
 * @param statics packages and modules whose static fields travel
 * @param layers the user's layers
 * @param sources the user's sources of class bytes
 * @param limits the sizes at which tasks are warned about and refused
 * @param tasks what each task may cost
 * @param listeners who hears of the progress of all calls
 */
record PoolOptions(
    OptionalInt processes,
    int slots,
    SerializationBackend backend,
    Transport transport,
    Map<String, String> transportOptions,
    List<String> jvmOptions,
    Optional<Map<String, String>> environment,
    boolean inheritClassPath,
    Set<String> byValue,
    Set<String> byReference,
    Set<String> statics,
    List<PreparationLayer> layers,
    List<ClassBytesSource> sources,
    SizeLimits limits,
    TaskLimits tasks,
    List<ProgressListener> listeners) {

  PreparerOptions preparer(List<FormKind> kinds) {
    return new PreparerOptions(
        inheritClassPath, byValue, byReference, statics, layers, sources, kinds);
  }
}
