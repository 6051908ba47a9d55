package dev.entourage.backend.testkit;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.CodeLibrary;
import dev.entourage.preparer.CodeRequests;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.NormalForms;
import dev.entourage.preparer.PreparedTask;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.PreparerOptions;
import dev.entourage.preparer.SessionLoaders;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.SerializationBackend;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A driver and a bare worker in one JVM, with nothing between them but bytes. */
final class Journey {

  private final SerializationBackend backend;
  private final Preparer preparer;
  private final SessionLoaders session;
  private final Codec driver;

  Journey(SerializationBackend backend, PreparationLayer... layers) {
    this.backend = backend;
    this.preparer = new Preparer(options(layers));
    this.session =
        new SessionLoaders(new Questions(preparer.library()), SessionLoaders.platformAndApi());
    this.driver = codec(preparer.normalForm());
  }

  private static PreparerOptions options(PreparationLayer... layers) {
    return new PreparerOptions(
        false, Set.of(), Set.of(), Set.of(), List.of(layers), List.of(), List.of());
  }

  private Codec codec(NormalForm normalForm) {
    return new Codec(backend.marshaller(normalForm), normalForm);
  }

  private Codec codec(ClassLoader loader) {
    return codec(NormalForms.over(loader, List.of(), List.of()));
  }

  /**
   * A task on its way.
   *
   * @param manifest the id of its manifest
   * @param bytes what was encoded
   */
  record Parcel(Digest manifest, ByteBuffer bytes) {}

  /** Packs a task on the driver; {@code main} goes along, to be called on the worker. */
  Parcel pack(Object root, Class<?> main) {
    PreparedTask task = preparer.prepare(root);
    Codec.Encoded encoded = driver.encode(task);
    Set<Class<?>> classes = new HashSet<>(encoded.classes());
    classes.add(main);
    Manifest manifest = preparer.seal(task, classes);
    return new Parcel(manifest.id(), encoded.bytes());
  }

  /** The loader that the worker finds for a task. */
  ClassLoader worker(Parcel parcel) {
    return session.loaderFor(parcel.manifest());
  }

  /** Unpacks a task on the worker. */
  Object unpack(Parcel parcel) {
    return codec(worker(parcel)).decode(parcel.bytes());
  }

  /** Encodes a result on the worker, and decodes it with the driver's own classes. */
  Object home(Parcel parcel, Object result) {
    ByteBuffer bytes = codec(worker(parcel)).encode(result);
    return codec(preparer.library().results(parcel.manifest())).decode(bytes);
  }

  /** A worker's questions, answered by the driver's library. */
  private record Questions(CodeLibrary library) implements CodeRequests {

    @Override
    public byte[] manifest(Digest id) {
      return library.manifest(id).orElseThrow(() -> new CodeUnavailableException("" + id));
    }

    @Override
    public Map<Digest, byte[]> code(List<Digest> missing) {
      return library.code(missing);
    }

    @Override
    public Optional<byte[]> find(Digest manifest, String className) {
      return library.find(manifest, className);
    }

    @Override
    public byte[] resources(Digest manifest, String name) {
      return library
          .resources(manifest, name)
          .orElseThrow(() -> new CodeUnavailableException("" + manifest));
    }

    @Override
    public Optional<String> travels(String jar) {
      return library.travels(jar);
    }
  }
}
