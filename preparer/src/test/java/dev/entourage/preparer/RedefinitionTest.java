package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedefinitionTest {

  private static final String SHOWN = RedefinitionTest.class.getName();

  @TempDir private Path loaders;
  @TempDir private Path classes;

  /** A loader that is named like JShell's, whose classes get new bytes in place. */
  private ClassLoader redefining() throws Exception {
    Class<?> loader =
        new Sources()
            .add(
                "jdk.jshell.test.Redefining",
                "package jdk.jshell.test; public class Redefining extends java.net.URLClassLoader {"
                    + " public Redefining(java.net.URL[] urls) { super(urls); } }")
            .compile(loaders)
            .loadClass("jdk.jshell.test.Redefining");
    URL[] urls = {classes.toUri().toURL()};
    return (ClassLoader) loader.getConstructor(URL[].class).newInstance((Object) urls);
  }

  private void compileSnippet(String body) {
    new Sources()
        .add("REPL.Snippet", "package REPL; class Snippet { " + body + " }")
        .compile(classes);
  }

  // D29
  @Test
  void readsAgainWhatCanBeRedefinedInPlace() throws Exception {
    Preparer driver = Drivers.bare();
    compileSnippet("int run() { return 1; }");
    Class<?> snippet = redefining().loadClass("REPL.Snippet");
    Manifest one = Drivers.seal(driver, snippet);
    assertThat(Drivers.seal(driver, snippet)).isSameAs(one);
    compileSnippet("int run() { return 2; }");
    Manifest two = Drivers.seal(driver, snippet);
    assertThat(two.id()).isNotEqualTo(one.id());
    assertThat(driver.library().code(java.util.List.of(two.entries().get(0).hash()))).hasSize(1);
  }

  // D29
  @Test
  void snippetsTravelAndNewDefinitionsToo() throws Exception {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      Preparer driver = Drivers.bare();
      LocalRequests requests = new LocalRequests(driver.library());
      SessionLoaders worker = new SessionLoaders(requests, SessionLoaders.platformAndApi());
      eval(shell, "record Hit(int rank) {}");
      eval(shell, "int rank(Hit hit) { return hit.rank(); }");
      Class<?> first = show(shell);
      Manifest manifest = Drivers.seal(driver, first);
      Class<?> there = worker.loaderFor(manifest.id()).loadClass(first.getName());
      assertThat(there.getDeclaredMethods()).isNotEmpty();
      assertThat(requests.found).isEmpty();
      eval(shell, "int rank(Hit hit) { return -hit.rank(); }");
      Manifest next = Drivers.seal(driver, show(shell));
      assertThat(next.id()).isNotEqualTo(manifest.id());
    }
  }

  private static Class<?> show(JShell shell) {
    String snippet =
        "System.getProperties().put(\"%s\", new Object() { int f(Hit h) { return rank(h); } });";
    eval(shell, snippet.formatted(SHOWN));
    return System.getProperties().remove(SHOWN).getClass();
  }

  private static void eval(JShell shell, String snippet) {
    assertThat(shell.eval(snippet))
        .allSatisfy(event -> assertThat(event.exception()).isNull())
        .extracting(event -> event.status())
        .doesNotContain(Snippet.Status.REJECTED);
  }
}
