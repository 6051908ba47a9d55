package dev.entourage.integration;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The acceptance cases on a cluster of three hosts: the drivers of {@link CasesIT}, untouched,
 * which the command line sends there. Only those stay away whose point is that workers see the
 * driver's own jars, which a cluster has not.
 *
 * <pre>mvn -Psoak -pl integration-tests -am verify -Dtest=ClusterCasesIT</pre>
 */
class ClusterCasesIT {

  private static final String[] LIBRARIES = {"vertx-hazelcast-", "hazelcast-"};

  private static final List<String> HOSTS = List.of("one", "two", "three");

  @TempDir static Path folder;

  private static final Map<Jdk, Path> FILES = new HashMap<>();
  private static final List<Driver> RUNNING = new ArrayList<>();

  @TestFactory // A to F: one driver for each letter
  Stream<DynamicNode> oneOfEach() {
    return cases(
        "ClassCases",
        "DeclarationCases",
        "CollectionCases",
        "StaticCases",
        "LossCases",
        "LevelCases");
  }

  @TestFactory // A to F: the others, three minutes of them
  @Tag("soak")
  Stream<DynamicNode> theOthers() {
    return cases(
        "HierarchyCases",
        "LambdaCases",
        "PlainLambdaCases",
        "ReflectionCases",
        "TypeValueCases",
        "CycleCases",
        "GraphCases",
        "PipelineCases",
        "JdkWrapperCases",
        "JarCases",
        "GenerationCases",
        "TwoHopCases",
        "FailureCases",
        "PoolCases",
        "LayerCases");
  }

  @AfterAll
  static void endHosts() {
    RUNNING.forEach(host -> host.process().destroy());
    RUNNING.forEach(Driver::close);
  }

  private static Stream<DynamicNode> cases(String... scripts) {
    return Stream.of(scripts)
        .map(
            script ->
                dynamicContainer(
                    script + ", " + place(script),
                    Stream.of(script).flatMap(s -> CasesIT.tell(run(s, place(s))))));
  }

  /** Each script once: between them they see every JDK with every backend. */
  private static Place place(String script) {
    List<Place> all = Place.all().toList();
    return all.get(Math.floorMod(script.hashCode(), all.size()));
  }

  private static DriverRun run(String script, Place place) {
    return DriverProgram.script(place, Product.jarsWith(LIBRARIES), Scripts.ofCases(script))
        .withOptions(
            DriverProgram.QUICK,
            "-Dentourage.transport=cluster",
            "-Dentourage.cluster=" + hosts(place.jdk()))
        .withOptions(Cluster.quietly(place.jdk()).toArray(String[]::new))
        .run();
  }

  private static synchronized Path hosts(Jdk jdk) {
    return FILES.computeIfAbsent(jdk, ClusterCasesIT::start);
  }

  private static Path start(Jdk jdk) {
    Cluster cluster = Cluster.of(jdk);
    List<Driver> hosts = HOSTS.stream().map(name -> cluster.host(name).start()).toList();
    RUNNING.addAll(hosts);
    for (int i = 0; i < hosts.size(); i++) {
      String ready = "ready " + HOSTS.get(i);
      hosts.get(i).await(ready::equals);
    }
    try {
      Path file = folder.resolve(cluster.name() + ".properties");
      return Files.write(file, cluster.options().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
