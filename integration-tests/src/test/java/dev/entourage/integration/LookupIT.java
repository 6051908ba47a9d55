package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What workers look up by name while a task runs: classes, resources and services. */
class LookupIT {

  private static final String SERVICE =
      """
      package greetings;

      public class Loud implements java.util.function.Supplier<String> {
        public String get() {
          return new Voice().loud("hello from a service");
        }
      }

      class Voice {
        String loud(String text) {
          return text.toUpperCase(java.util.Locale.ROOT);
        }
      }
      """;

  private static final Map<String, String> FILES =
      Map.of(
          "outside.txt", "secret",
          "first/data/words.txt", "one two",
          "first/data/twice.txt", "first",
          "second/data/twice.txt", "second",
          "first/data/texts_de.properties", "hello=Guten Tag",
          "first/META-INF/services/java.util.function.Supplier", "greetings.Loud",
          "first/greetings/Loud.java", SERVICE);

  @TempDir private static Path folder;

  @BeforeAll
  static void makeThePathOfTheDriver() throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    String source = folder.resolve("first/greetings/Loud.java").toString();
    String target = folder.resolve("first").toString();
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-proc:none", "-d", target, source))
        .isZero();
  }

  @TestFactory // D32
  Stream<DynamicNode> whatNoAnalysisFinds() {
    return CasesIT.at("LookupCases", Place.crosswise("LookupCases"), LookupIT::program);
  }

  private static DriverProgram program(List<Place> places) {
    List<Path> classPath = new ArrayList<>(Product.jars());
    classPath.add(folder.resolve("first"));
    classPath.add(folder.resolve("second"));
    return DriverProgram.script(places, classPath, Scripts.ofCases("LookupCases"))
        .withOptions("-ea", DriverProgram.QUICK);
  }
}
