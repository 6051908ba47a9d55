package dev.entourage.engine;

import dev.entourage.ProgressListener;
import dev.entourage.Workers;
import dev.entourage.spi.ClassBytesSource;
import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.spi.Transport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Collects what a pool shall be; {@link #build()} checks what only providers can tell. */
final class PoolBuilder implements Workers.Builder {

  private final Optional<Transport> made;
  private OptionalInt processes = OptionalInt.empty();
  private int slots = 1;
  private Optional<String> backend = Optional.empty();
  private String transport = Choice.defaultTransport();
  private Optional<Map<String, String>> environment = Optional.empty();
  private Optional<Boolean> inheritClassPath = Optional.empty();
  private SizeLimits limits = SizeLimits.DEFAULTS;
  private TaskLimits tasks = TaskLimits.DEFAULTS;
  private final List<String> jvmOptions = new ArrayList<>();
  private final Set<String> byValue = new LinkedHashSet<>();
  private final Set<String> byReference = new LinkedHashSet<>();
  private final Set<String> statics = new LinkedHashSet<>();
  private final List<PreparationLayer> layers = new ArrayList<>();
  private final List<ClassBytesSource> sources = new ArrayList<>();
  private final List<ProgressListener> listeners = new ArrayList<>();
  private final Map<String, String> options = new HashMap<>();

  PoolBuilder() {
    this(Optional.empty());
  }

  /**
   * Starts with nothing said.
   *
   * @param made the transport, when there is no choice
   */
  PoolBuilder(Optional<Transport> made) {
    this.made = made;
  }

  @Override
  public Workers.Builder processes(int n) {
    processes = OptionalInt.of((int) Require.atLeastOne("processes", n));
    return this;
  }

  @Override
  public Workers.Builder slots(int tasksAtOnceInOneWorker) {
    slots = (int) Require.atLeastOne("slots", tasksAtOnceInOneWorker);
    return this;
  }

  @Override
  public Workers.Builder backend(String id) {
    backend = Optional.of(id);
    return this;
  }

  @Override
  public Workers.Builder transport(String id) {
    transport = Objects.requireNonNull(id, "id");
    return this;
  }

  @Override
  public Workers.Builder timeout(Duration d) {
    tasks = tasks.withTimeout(Require.positive("timeout", d));
    return this;
  }

  @Override
  public Workers.Builder attempts(int n) {
    tasks = tasks.withAttempts((int) Require.atLeastOne("attempts", n));
    return this;
  }

  @Override
  public Workers.Builder jvmOptions(String... more) {
    jvmOptions.addAll(List.of(more));
    return this;
  }

  @Override
  public Workers.Builder environment(Map<String, String> only) {
    environment = Optional.of(Map.copyOf(only));
    return this;
  }

  @Override
  public Workers.Builder inheritClassPath(boolean yes) {
    inheritClassPath = Optional.of(yes);
    return this;
  }

  @Override
  public Workers.Builder byValue(String... packagesOrModules) {
    byValue.addAll(List.of(packagesOrModules));
    return this;
  }

  @Override
  public Workers.Builder byReference(String... packagesOrModules) {
    byReference.addAll(List.of(packagesOrModules));
    return this;
  }

  @Override
  public Workers.Builder statics(String... packagesOrModules) {
    statics.addAll(List.of(packagesOrModules));
    return this;
  }

  @Override
  public Workers.Builder layer(PreparationLayer layer) {
    layers.add(Objects.requireNonNull(layer, "layer"));
    return this;
  }

  @Override
  public Workers.Builder bytes(ClassBytesSource source) {
    sources.add(Objects.requireNonNull(source, "source"));
    return this;
  }

  @Override
  public Workers.Builder warnAbove(long bytes) {
    limits = new SizeLimits(Require.atLeastOne("warnAbove", bytes), limits.refuseAbove());
    return this;
  }

  @Override
  public Workers.Builder refuseAbove(long bytes) {
    limits = new SizeLimits(limits.warnAbove(), Require.atLeastOne("refuseAbove", bytes));
    return this;
  }

  @Override
  public Workers.Builder onProgress(ProgressListener l) {
    listeners.add(Objects.requireNonNull(l, "l"));
    return this;
  }

  @Override
  public Workers.Builder option(String name, String value) {
    options.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return this;
  }

  @Override
  public Workers build() {
    return Pool.open(checked());
  }

  /** In a cluster nobody knows beforehand how many workers come to one machine. */
  private OptionalInt onThisMachine(Transport way) {
    return way.id().equals(Choice.PROCESSES)
        ? OptionalInt.of(processes.orElse(Runtime.getRuntime().availableProcessors()))
        : OptionalInt.empty();
  }

  private PoolOptions checked() {
    Depth.check();
    SerializationBackend chosen = Choice.backend(backend);
    if (!chosen.jvmOptions().isEmpty()) {
      Choice.requireOptions(chosen, ManagementFactory.getRuntimeMXBean().getInputArguments());
    }
    Transport way = made.orElseGet(() -> Choice.transport(transport));
    Choice.requireKnown(options.keySet(), way);
    boolean inherit = inheritClassPath.orElse(way.id().equals(Choice.PROCESSES));
    return new PoolOptions(
        processes,
        slots,
        chosen,
        way,
        Map.copyOf(options),
        WorkerOptions.of(jvmOptions, onThisMachine(way)),
        environment,
        inherit,
        byValue,
        byReference,
        statics,
        layers,
        sources,
        limits,
        tasks,
        List.copyOf(listeners));
  }
}
