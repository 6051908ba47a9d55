package dev.entourage.engine;

import dev.entourage.MarshallingException;
import dev.entourage.Shared;
import dev.entourage.preparer.Codec.Encoded;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.ReadyTask;
import dev.entourage.preparer.Statics;
import dev.entourage.worker.SharedHandle;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The shared values of a pool. Thread-safe. */
final class Shares {

  private final Map<Digest, SharedValue<?>> byId = new ConcurrentHashMap<>();
  private final AtomicLong calls = new AtomicLong();

  /** Keeps a value for the life of the pool; equal contents have one id, sent once a worker. */
  <S> SharedValue<S> keep(S value, ReadyTask ready) {
    return add(value, ready, false, 0);
  }

  /** Keeps the function of one call; each call has an id of its own, since it may be stateful. */
  <S> SharedValue<S> lend(S function, ReadyTask ready) {
    return add(function, ready, true, calls.incrementAndGet());
  }

  void drop(SharedValue<?> value) {
    byId.remove(value.key().id());
  }

  Optional<ByteBuffer> bytes(Digest id) {
    return Optional.ofNullable(byId.get(id)).map(SharedValue::bytes);
  }

  /** The driver's end of a handle that a worker sent. */
  Shared<?> handle(SharedHandle.Key key) {
    SharedValue<?> value = byId.get(key.id());
    if (value == null) {
      throw new MarshallingException(
          "A result may only hold handles that this pool shared: id=" + key.id());
    }
    return value;
  }

  private <S> SharedValue<S> add(S value, ReadyTask ready, boolean perThread, long salt) {
    Encoded encoded = ready.encoded();
    Digest id = id(ready.manifest(), encoded.bytes(), salt);
    SharedHandle.Key key = new SharedHandle.Key(id, perThread);
    Statics statics = ready.statics();
    SharedValue<S> shared = new SharedValue<>(key, types(ready), value, statics, encoded.bytes());
    byId.put(id, shared);
    return shared;
  }

  private static Digest id(Manifest manifest, ByteBuffer bytes, long salt) {
    ByteBuffer all = ByteBuffer.allocate(2 * Digest.BYTES + Long.BYTES);
    manifest.id().write(all);
    Digest.of(bytes).write(all);
    return Digest.of(all.putLong(salt).flip());
  }

  private static List<Class<?>> types(ReadyTask ready) {
    return ready.encoded().classes().stream().filter(Shares::isUsers).toList();
  }

  private static boolean isUsers(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && !type.isHidden()
        && !type.isArray();
  }
}
