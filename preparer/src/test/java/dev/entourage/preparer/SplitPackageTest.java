package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.Neighbour;
import org.opentest4j.ValueWrapper;

class SplitPackageTest {

  private final Preparer driver = Drivers.with(Drivers.options(true, Set.of(), Set.of()));

  @Test
  void aJarStaysAsLongAsItSharesNoPackage() {
    assertThat(Drivers.seal(driver, ValueWrapper.class).entries()).isEmpty();
  }

  @Test
  void aJarTravelsWithCodeInOneOfItsPackages() {
    Manifest manifest = Drivers.seal(driver, Neighbour.class);
    assertThat(manifest.entries())
        .extracting(Manifest.Entry::name)
        .contains(Neighbour.class.getName(), ValueWrapper.class.getName());
    // One jar goes one way: its other classes travel from now on.
    assertThat(Drivers.seal(driver, AssertionFailedError.class).entries())
        .extracting(Manifest.Entry::name)
        .contains(AssertionFailedError.class.getName());
  }

  @Test
  void aJarTravelsWithThePackageThatTheOptionsPick() {
    Set<String> picked = Set.of("org.junit.jupiter.api.function");
    Preparer picking = Drivers.with(Drivers.options(true, picked, Set.of()));
    Class<?> inside = org.junit.jupiter.api.function.Executable.class;
    assertThat(Drivers.seal(picking, Test.class).entries()).isEmpty();
    assertThat(Drivers.seal(picking, inside).entries()).isNotEmpty();
    assertThat(Drivers.seal(picking, org.junit.jupiter.api.Disabled.class).entries()).isNotEmpty();
  }
}
