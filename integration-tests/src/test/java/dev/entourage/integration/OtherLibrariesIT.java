package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pool of processes needs neither Vert.x nor Netty: an application may have other releases of
 * them than a cluster of ours can use, or none, and nothing for clusters at all.
 */
class OtherLibrariesIT {

  @ParameterizedTest
  @ValueSource(strings = {"netty-transport-4", "vertx-core-5", "entourage-transport-vertx"})
  void arePerhapsMissing(String missing) {
    List<Path> classPath =
        Product.jars().stream()
            .filter(jar -> !jar.getFileName().toString().startsWith(missing))
            .toList();
    assertThat(classPath).hasSizeLessThan(Product.jars().size());
    DriverRun run =
        DriverProgram.script(Jdks.running(), classPath, Scripts.ofCases("PoolCases"), "kryo")
            .withOptions(DriverProgram.QUICK)
            .run();
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(CaseResult.read(run.out())).isNotEmpty().allSatisfy(CaseResult::assertOk);
  }
}
