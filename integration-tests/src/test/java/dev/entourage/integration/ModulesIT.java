package dev.entourage.integration;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The module graph is the architecture: its descriptors are held to it. */
class ModulesIT {

  private static final String SERVICES = "META-INF/services/";
  private static final String PREFIX = "dev.entourage.";

  /** All edges there may be. The JDK's own modules are left out. */
  private static final Map<String, Set<String>> EDGES =
      Map.ofEntries(
          entry("api", Set.of()),
          entry("agent", Set.of()),
          entry("preparer", Set.of(PREFIX + "api", PREFIX + "agent")),
          entry("worker", Set.of(PREFIX + "api", PREFIX + "preparer")),
          entry(
              "engine",
              Set.of(PREFIX + "api", PREFIX + "preparer", PREFIX + "worker", "org.slf4j")),
          entry(
              "transport.vertx",
              Set.of(
                  PREFIX + "api",
                  PREFIX + "engine",
                  "org.slf4j",
                  "io.vertx.core",
                  "com.hazelcast.core",
                  "io.vertx.clustermanager.hazelcast",
                  "micrometer.core")),
          entry(
              "backend.kryo",
              Set.of(PREFIX + "api", "com.esotericsoftware.kryo", "com.esotericsoftware.minlog")),
          entry(
              "backend.fst",
              Set.of(PREFIX + "api", "fst", "com.fasterxml.jackson.core", "org.objenesis")),
          entry("backend.protostuff", Set.of(PREFIX + "api")),
          entry("backend.fory", Set.of(PREFIX + "api", "org.apache.fory.core")),
          entry("cli", Set.of(PREFIX + "api", PREFIX + "transport.vertx", "info.picocli")));

  static Stream<ModuleReference> modules() {
    Path[] jars = Product.ownJars().toArray(Path[]::new);
    return ModuleFinder.of(jars).findAll().stream();
  }

  static Stream<ModuleReference> backends() {
    return modules().filter(module -> name(module).startsWith("backend."));
  }

  private static String name(ModuleReference module) {
    return module.descriptor().name().substring(PREFIX.length());
  }

  @Test
  void everyJarIsAnExplicitModule() {
    assertThat(modules().map(ModulesIT::name)).containsExactlyInAnyOrderElementsOf(EDGES.keySet());
    assertThat(modules()).noneMatch(module -> module.descriptor().isAutomatic());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void requiresNothingBeyondTheDesign(ModuleReference module) {
    Set<String> required =
        module.descriptor().requires().stream()
            .map(ModuleDescriptor.Requires::name)
            .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(EDGES.get(name(module))).containsAll(required);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void namesItsProvidersForTheClassPathToo(ModuleReference module) throws IOException {
    Map<String, List<String>> provided = new TreeMap<>();
    module.descriptor().provides().forEach(p -> provided.put(p.service(), p.providers()));
    assertThat(services(module)).isEqualTo(provided);
  }

  private static Map<String, List<String>> services(ModuleReference module) throws IOException {
    Map<String, List<String>> services = new TreeMap<>();
    try (JarFile jar = open(module)) {
      List<JarEntry> files =
          jar.stream()
              .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(SERVICES))
              .toList();
      for (JarEntry file : files) {
        services.put(file.getName().substring(SERVICES.length()), lines(jar, file));
      }
    }
    return services;
  }

  private static List<String> lines(JarFile jar, JarEntry file) throws IOException {
    try (InputStream in = jar.getInputStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private static JarFile open(ModuleReference module) throws IOException {
    return new JarFile(Path.of(module.location().orElseThrow()).toFile());
  }

  @ParameterizedTest
  @MethodSource("backends")
  void backendExportsNothing(ModuleReference backend) {
    assertThat(backend.descriptor().exports()).isEmpty();
    assertThat(backend.descriptor().provides()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("backends")
  void backendCanBeDescribed(ModuleReference backend) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    String file = Path.of(backend.location().orElseThrow()).toString();
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    int exitCode = jar.run(out, out, "--describe-module", "--file", file);
    String description = bytes.toString(StandardCharsets.UTF_8);
    assertThat(exitCode).as(description).isZero();
    assertThat(description)
        .contains(backend.descriptor().name())
        .contains("provides dev.entourage.spi.SerializationBackend");
  }
}
