package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.preparer.Origin.Way;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeOriginsTest {

  private static final Overrides NONE = new Overrides(Set.of(), Set.of());

  private final CodeOrigins inheriting =
      new CodeOrigins(NONE, new HashSet<>(ClassPathJars.ofThisJvm()));
  private final CodeOrigins bare = new CodeOrigins(NONE, Set.of());

  @Test
  void thePlatformAndTheApiAreEverywhere() throws Exception {
    Class<?> tool = Class.forName("com.sun.source.tree.Tree");
    for (CodeOrigins origins : new CodeOrigins[] {inheriting, bare}) {
      assertThat(origins.of(String.class).way()).isEqualTo(Way.EVERYWHERE);
      assertThat(origins.of(java.sql.Date.class).way()).isEqualTo(Way.EVERYWHERE);
      assertThat(origins.of(tool).way()).isEqualTo(Way.EVERYWHERE);
      assertThat(origins.of(dev.entourage.Workers.class).way()).isEqualTo(Way.EVERYWHERE);
      assertThat(origins.of(dev.entourage.spi.Form.class).way()).isEqualTo(Way.EVERYWHERE);
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
    CodeOrigins origins =
        new CodeOrigins(
            new Overrides(
                Set.of("org.assertj.core.api"), Set.of("org.assertj", "dev.entourage.preparer")),
            Set.of());
    assertThat(origins.of(Assertions.class).way()).isEqualTo(Way.BY_VALUE);
    assertThat(origins.of(org.assertj.core.util.Lists.class).way()).isEqualTo(Way.BY_REFERENCE);
    assertThat(origins.of(CodeOriginsTest.class).way()).isEqualTo(Way.BY_REFERENCE);
    assertThat(origins.of(Test.class).way()).isEqualTo(Way.BY_VALUE);
  }

  @Test
  void theOptionsDontMoveThePlatformOrTheApi() {
    CodeOrigins origins =
        new CodeOrigins(new Overrides(Set.of("java.util", "dev.entourage"), Set.of()), Set.of());
    assertThat(origins.of(java.util.List.class).way()).isEqualTo(Way.EVERYWHERE);
    assertThat(origins.of(dev.entourage.Workers.class).way()).isEqualTo(Way.EVERYWHERE);
  }
}
