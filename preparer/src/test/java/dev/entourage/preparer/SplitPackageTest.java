package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Neighbour;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.ValueWrapper;

class SplitPackageTest {

  private final Preparer driver = Drivers.with(Drivers.options(true, Set.of(), Set.of()));

  @Test
  void aJarStaysAsLongAsItSharesNoPackage() {
    assertThat(Drivers.seal(driver, ValueWrapper.class).entries()).isEmpty();
  }

  @Test
  void aJarTravelsWithCodeInOneOfItsPackages() {
    assertThat(names(Drivers.seal(driver, Neighbour.class)))
        .contains(Neighbour.class.getName(), Tuple.class.getName());
  }

  // Else a class would have two identities in one session, by which task came first.
  @Test
  void oneJarGoesOneWayWhicheverClassIsMetFirst() {
    assertThat(names(Drivers.seal(driver, Arbitrary.class))).contains(Arbitrary.class.getName());
  }

  // Such as what mocking libraries make beside the class that they mock.
  @Test
  void aJarTravelsWithClassesMadeInMemoryInItsPackages(@TempDir Path folder) throws Exception {
    new Sources()
        .add(
            "org.opentest4j.Made",
            "package org.opentest4j; public class Made { java.util.List<ValueWrapper> values; }")
        .add("org.opentest4j.ValueWrapper", "package org.opentest4j; public class ValueWrapper { }")
        .compile(folder);
    byte[] bytes = Files.readAllBytes(folder.resolve("org/opentest4j/Made.class"));
    Class<?> made =
        MethodHandles.privateLookupIn(ValueWrapper.class, MethodHandles.lookup())
            .defineClass(bytes);
    PreparerOptions options =
        new PreparerOptions(
            true,
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(),
            List.of(type -> Optional.of(bytes)),
            List.of());
    assertThat(names(Drivers.seal(Drivers.with(options), made)))
        .containsExactly("org.opentest4j.Made", "org.opentest4j.ValueWrapper");
  }

  private static List<String> names(Manifest manifest) {
    return manifest.entries().stream().map(Manifest.Entry::name).toList();
  }

  @Test
  void aJarTravelsWithThePackageThatTheOptionsPick() {
    Set<String> picked = Set.of("org.junit.jupiter.api.function");
    Preparer picking = Drivers.with(Drivers.options(true, picked, Set.of()));
    Class<?> inside = org.junit.jupiter.api.function.Executable.class;
    assertThat(names(Drivers.seal(picking, Test.class))).contains(Test.class.getName());
    assertThat(names(Drivers.seal(picking, inside))).contains(inside.getName());
  }
}
