package dev.entourage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The bill of materials is written by hand, since it has no parent to take it from. */
class BomTest {

  private static final Set<String> NOT_PUBLISHED = Set.of("bom", "integration-tests", "benchmarks");

  @Test
  void listsEveryPublishedModuleInItsOrder() throws Exception {
    List<String> published =
        texts("../pom.xml", "module").stream()
            .filter(module -> !NOT_PUBLISHED.contains(module))
            .map(module -> "entourage-" + module)
            .toList();
    assertThat(managed()).isEqualTo(published);
  }

  private static List<String> managed() throws Exception {
    return texts("../bom/pom.xml", "artifactId").stream()
        .skip(1)
        .filter(artifact -> artifact.startsWith("entourage-"))
        .toList();
  }

  @Test
  void hasTheVersionOfTheModules() throws Exception {
    assertThat(texts("../bom/pom.xml", "version").get(0))
        .isEqualTo(texts("../pom.xml", "version").get(0));
  }

  private static List<String> texts(String file, String tag) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(file));
    NodeList nodes = document.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent().strip())
        .toList();
  }
}
