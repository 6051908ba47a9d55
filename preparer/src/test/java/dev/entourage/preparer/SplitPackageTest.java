package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Neighbour;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
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
