package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D30, the part of the object half. */
class NamedModulesTest {

  @TempDir Path folder;

  /** Compiles a module of one package, which the class path's classes can only call through it. */
  private Class<?> load(String opens) throws Exception {
    Path sources = Files.createDirectories(folder.resolve("src/user/pkg"));
    Path info =
        Files.writeString(
            sources.resolve("../module-info.java").normalize(),
            "module user.mod { exports user.pkg; " + opens + " }");
    Path code =
        Files.writeString(
            sources.resolve("State.java"),
            """
            package user.pkg;
            public class State {
              private final int n = Integer.parseInt("4");
              public record Rec(int a) {}
              public interface Fn extends java.util.concurrent.Callable<Object>, java.io.Serializable {}
              public static Object state() { return new State(); }
              public static Object rec() { return new Rec(3); }
              public static Object lambda() { return (Fn) () -> "called"; }
            }
            """);
    Path classes = folder.resolve("classes");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                classes.toString(),
                info.toString(),
                code.toString());
    assertThat(result).isZero();
    ModuleFinder finder = ModuleFinder.of(classes);
    Configuration configuration =
        ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), Set.of("user.mod"));
    ModuleLayer layer =
        ModuleLayer.boot().defineModulesWithOneLoader(configuration, getClass().getClassLoader());
    return layer.findLoader("user.mod").loadClass("user.pkg.State");
  }

  @Test
  void printsTheOpensLineThatIsMissing() throws Exception {
    Class<?> type = load("");
    for (String maker : List.of("state", "rec")) {
      Object made = type.getMethod(maker).invoke(null);
      assertThatThrownBy(() -> Travel.send(new Object[] {made}, type.getClassLoader()))
          .isInstanceOf(PreparationException.class)
          .hasMessageContaining("java.lang.Object[] → [0] → user.pkg.State")
          .hasMessageContaining("opens user.pkg;");
    }
  }

  @Test
  void carriesStateOnceThePackageIsOpen() throws Exception {
    Class<?> type = load("opens user.pkg;");
    Object rec = type.getMethod("rec").invoke(null);
    assertThat(Travel.send(rec, type.getClassLoader())).isEqualTo(rec);
    Object state = type.getMethod("state").invoke(null);
    assertThat(Travel.send(state, type.getClassLoader())).hasSameClassAs(state);
  }

  @Test
  void carriesLambdasWithoutStateWithNothingOpened() throws Exception {
    Class<?> type = load("");
    Object lambda = type.getMethod("lambda").invoke(null);
    Object sent = Travel.send(lambda, type.getClassLoader());
    assertThat(((java.util.concurrent.Callable<?>) sent).call()).isEqualTo("called");
    RemoteCallable<Object> mine = () -> "mine";
    assertThat(Travel.copy(mine).call()).isEqualTo("mine");
  }
}
