package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import dev.entourage.preparer.Origin.Way;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.Neighbour;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeOriginsTest {

  private final CodeOrigins inheriting = origins(true, Set.of(), Set.of());
  private final CodeOrigins bare = origins(false, Set.of(), Set.of());

  private static CodeOrigins origins(
      boolean inherit, Set<String> byValue, Set<String> byReference) {
    Overrides overrides = new Overrides(byValue, byReference);
    return new CodeOrigins(overrides, new JarSplit(ClassPathJars.ofThisJvm(), inherit, overrides));
  }

  @Test
  void thePlatformAndTheApiAreEverywhere() throws Exception {
    Class<?> tool = Class.forName("com.sun.source.tree.Tree");
    for (CodeOrigins origins : new CodeOrigins[] {inheriting, bare}) {
      assertThat(origins.of(String.class).way()).isEqualTo(Way.EVERYWHERE);
      assertThat(origins.of(java.sql.Date.class).way()).isEqualTo(Way.EVERYWHERE);
      assertThat(origins.of(tool).way()).isEqualTo(Way.EVERYWHERE);
      assertThat(origins.of(dev.entourage.Workers.class).way()).isEqualTo(Way.EVERYWHERE);
      assertThat(origins.of(dev.entourage.spi.NodeTable.class).way()).isEqualTo(Way.EVERYWHERE);
    }
  }

  @Test
  void jarsOfTheClassPathStayWhenWorkersInheritThem() {
    assertThat(inheriting.of(Assertions.class).way()).isEqualTo(Way.BY_REFERENCE);
    assertThat(bare.of(Assertions.class).way()).isEqualTo(Way.BY_VALUE);
  }

  /** It names the jar as its code source, but no worker finds it there. */
  @Test
  void classesThatWereMadeIntoAJarsPackageTravel(@TempDir Path folder) throws Exception {
    new Sources()
        .add("org.assertj.core.api.Made", "package org.assertj.core.api; class Made {}")
        .compile(folder);
    byte[] file = Files.readAllBytes(folder.resolve("org/assertj/core/api/Made.class"));
    Class<?> made =
        MethodHandles.privateLookupIn(Assertions.class, MethodHandles.lookup()).defineClass(file);
    assertThat(CodeSources.location(made)).isEqualTo(CodeSources.location(Assertions.class));
    assertThat(inheriting.of(made).way()).isEqualTo(Way.BY_VALUE);
    assertThat(inheriting.of(Assertions.class).way()).isEqualTo(Way.BY_REFERENCE);
  }

  @Test
  void foldersTravelAlways() {
    assertThat(inheriting.of(CodeOriginsTest.class).way()).isEqualTo(Way.BY_VALUE);
    assertThat(bare.of(CodeOriginsTest.class).way()).isEqualTo(Way.BY_VALUE);
  }

  @Test
  void otherLoadersTravelAlways(@TempDir Path folder) throws Exception {
    Class<?> type =
        new Sources().add("p.A", "package p; class A {}").compile(folder).loadClass("p.A");
    assertThat(inheriting.of(type).way()).isEqualTo(Way.BY_VALUE);
  }

  @Test
  void ourOwnCodeNeverTravels() {
    assertThat(bare.of(Preparer.class).way()).isEqualTo(Way.OURS);
    assertThat(inheriting.of(Preparer.class).way()).isEqualTo(Way.OURS);
  }

  @Test
  void theLongestNameOfTheOptionsDecides() {
    CodeOrigins origins = origins(true, Set.of("org.junit.jupiter.api"), Set.of("org.junit"));
    assertThat(origins.of(Test.class).way()).isEqualTo(Way.BY_VALUE);
    assertThat(origins.of(org.junit.platform.commons.JUnitException.class).way())
        .isEqualTo(Way.BY_REFERENCE);
  }

  @Test
  void theOptionsDontMoveTheApi() {
    CodeOrigins origins = origins(false, Set.of("dev.entourage"), Set.of());
    assertThat(origins.of(dev.entourage.Workers.class).way()).isEqualTo(Way.EVERYWHERE);
  }

  @Test
  void refusesToLetStayWhatNoWorkerHas() {
    CodeOrigins origins = origins(true, Set.of(), Set.of("net.jqwik.api"));
    assertThatThrownBy(() -> origins.of(Neighbour.class))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("class=net.jqwik.api.Neighbour")
        .hasMessageContaining("test-classes")
        .hasMessageContaining("byReference(\"net.jqwik.api\")");
  }

  @Test
  void saysWhy(@TempDir Path folder) throws Exception {
    assertThat(inheriting.of(String.class).reason()).isEqualTo("part of the JDK");
    assertThat(inheriting.of(Test.class).reason())
        .isEqualTo("a jar of the class path, used where it is");
    assertThat(bare.of(Test.class).reason()).isEqualTo("in a jar that the workers don't see");
    assertThat(bare.of(CodeOriginsTest.class).reason())
        .isEqualTo("not in a jar, so no worker has it");
    Class<?> type =
        new Sources().add("p.A", "package p; class A {}").compile(folder).loadClass("p.A");
    assertThat(bare.of(type).reason()).isEqualTo("not on the class path, so no worker has it");
    assertThat(origins(true, Set.of("org.junit"), Set.of()).of(Test.class).reason())
        .isEqualTo("the options say byValue(\"org.junit\")");
  }
}
