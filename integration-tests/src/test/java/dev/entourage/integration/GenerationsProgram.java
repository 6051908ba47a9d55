package dev.entourage.integration;

import dev.entourage.RemoteCallable;
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
import dev.entourage.spi.SerializationBackend;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A driver and a worker in one process, which has room for a few hundred generations of classes and
 * meets thousands: both sides must let go of them. Run with the backend, the folder of the classes,
 * the marker in them that makes a generation, and how many there are.
 */
final class GenerationsProgram {

  private final SerializationBackend backend;
  private final Preparer preparer = new Preparer(PreparerOptions.bare());
  private final Codec driver;
  private final SessionLoaders session =
      new SessionLoaders(new Questions(preparer.library()), SessionLoaders.platformAndApi());
  private final Map<String, byte[]> classes = new HashMap<>();
  private final String marker;

  private GenerationsProgram(String backend, Path folder, String marker) throws IOException {
    this.backend =
        ServiceLoader.load(SerializationBackend.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.id().equals(backend))
            .findFirst()
            .orElseThrow();
    this.marker = marker;
    this.driver = codec(preparer.normalForm());
    try (Stream<Path> files = Files.list(folder.resolve("gen"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        classes.put(
            "gen." + file.getFileName().toString().replace(".class", ""), Files.readAllBytes(file));
      }
    }
  }

  public static void main(String[] args) throws Exception {
    GenerationsProgram program = new GenerationsProgram(args[0], Path.of(args[1]), args[2]);
    int generations = Integer.parseInt(args[3]);
    System.out.println("classes=" + program.classes.size());
    for (int i = 0; i < generations; i++) {
      program.run(i);
    }
    System.out.println("leaking=" + program.session.isLeaking());
    System.out.println("generations=" + generations);
  }

  private Codec codec(NormalForm normalForm) {
    return new Codec(backend.marshaller(normalForm), normalForm);
  }

  private Codec codec(ClassLoader loader) {
    return codec(NormalForms.over(loader, List.of(), List.of()));
  }

  private void run(int generation) throws Exception {
    String text = String.format("%0" + marker.length() + "d", generation);
    ClassLoader users = new Memory(marked(text));
    Object task = users.loadClass("gen.Task").getConstructor().newInstance();
    PreparedTask prepared = preparer.prepare(task);
    Codec.Encoded parcel = driver.encode(prepared);
    Manifest manifest = preparer.seal(prepared, parcel.classes());
    ClassLoader loader = session.loaderFor(manifest.id());
    Codec worker = SessionLoaders.companion(loader, Codec.class, this::codec);
    Object there = ((RemoteCallable<?>) worker.decode(parcel.bytes())).call();
    Object home = codec(preparer.library().results(manifest.id())).decode(worker.encode(there));
    preparer.library().release(manifest.id());
    if (there.getClass().getClassLoader() != loader
        || home.getClass() != users.loadClass("gen.Result")
        || !home.toString().contains("text=said " + text)) {
      throw new AssertionError("Wrong in generation " + generation + ": " + home);
    }
  }

  private Map<String, byte[]> marked(String text) {
    Map<String, byte[]> marked = new HashMap<>();
    classes.forEach((name, file) -> marked.put(name, replace(file, text)));
    return marked;
  }

  private byte[] replace(byte[] file, String text) {
    String latin = new String(file, StandardCharsets.ISO_8859_1);
    return latin.replace(marker, text).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The user's loader of one generation. */
  private static final class Memory extends ClassLoader {

    private final Map<String, byte[]> files;

    Memory(Map<String, byte[]> files) {
      super(Memory.class.getClassLoader());
      this.files = files;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] file = files.get(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, file, 0, file.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] file = files.get(name.replace(".class", "").replace('/', '.'));
      return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
    }
  }

  /** A worker's questions, answered at once. */
  private record Questions(CodeLibrary library) implements CodeRequests {

    @Override
    public byte[] manifest(Digest id) {
      return library.manifest(id).orElseThrow();
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
      return library.resources(manifest, name).orElseThrow();
    }

    @Override
    public Optional<String> travels(String jar) {
      return library.travels(jar);
    }
  }
}
