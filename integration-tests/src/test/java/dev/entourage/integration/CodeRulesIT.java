package dev.entourage.integration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules for the code of all libraries, as packaged. */
class CodeRulesIT {

  /** The two packages of the API know each other: what users call, and what they plug in. */
  private static final Set<String> API = Set.of("dev.entourage", "dev.entourage.spi");

  private static JavaClasses classes;

  @BeforeAll
  static void importTheProduct() {
    List<JarFile> jars = Product.ownJars().stream().map(CodeRulesIT::open).toList();
    classes = new ClassFileImporter().importJars(jars);
    assertThat(classes).hasSizeGreaterThan(50);
  }

  private static JarFile open(Path jar) {
    try {
      return new JarFile(jar.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(new OwnPackages()).should().beFreeOfCycles().check(classes);
  }

  @Test
  void onlyProgramsAndTheConsoleOfWorkersPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.entourage.cli..")
        .and()
        .doNotHaveFullyQualifiedName("dev.entourage.engine.Console")
        .and()
        .doNotHaveFullyQualifiedName("dev.entourage.transport.vertx.HostMain")
        .should(ACCESS_STANDARD_STREAMS)
        .check(classes);
  }

  /** Each package is a slice, but for the API's two. */
  private static final class OwnPackages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      if (!name.startsWith("dev.entourage")) {
        return SliceIdentifier.ignore();
      }
      return SliceIdentifier.of(API.contains(name) ? "dev.entourage" : name);
    }

    @Override
    public String getDescription() {
      return "packages of Entourage";
    }
  }
}
