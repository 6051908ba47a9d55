package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.Explanation.StaticEntry;
import dev.entourage.MarshallingException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which static fields travel, seen at a driver. */
class StaticsTest {

  private static final String TASK =
      "import java.util.*; import dev.entourage.*; public class Case {"
          + " static int used = 1; static int unused = 2; static final Object LOCK = new Object();"
          + " static final List<String> FILLED = new ArrayList<>();"
          + " static Object make() { FILLED.add(\"a\"); unused++;"
          + " RemoteCallable<Object> task = () -> help(3); return task; }"
          + " private static Object help(long x) { switch ((int) x) { case 1: return null;"
          + " case 200: return LOCK; default: return Helper.twice(used); } }"
          + " static class Helper { static int lazy = 3;"
          + " static Object twice(int x) { return FILLED.size() + x + lazy; } } }";

  private final ClassLoader driver = Worlds.of(TASK).driver();
  private final Object task = Travel.make(driver);
  private final Preparer preparer = new Preparer(PreparerOptions.bare());

  @Test // D36
  void followsCallsToWhatIsReadAndNoFurther() {
    List<StaticEntry> statics = Drivers.explain(preparer, task).statics();
    assertThat(statics)
        .extracting(StaticEntry::name)
        .containsExactly("Case.FILLED", "Case.LOCK", "Case.used", "Case$Helper.lazy");
    assertThat(statics)
        .filteredOn(StaticEntry::travels)
        .extracting(StaticEntry::name)
        .containsExactly("Case.FILLED", "Case.used");
  }

  @Test // D36
  void marksDifferWithTheValuesAlone() {
    TaskWithStatics before = prepared();
    assertThat(prepared().statics()).isEqualTo(before.statics());
    Travel.make(driver);
    assertThat(prepared().statics().get(0).mark()).isNotEqualTo(before.statics().get(0).mark());
    assertThat(prepared().statics().get(1)).isEqualTo(before.statics().get(1));
  }

  @Test // D36
  void refusesFinalFieldsThatHoldAnotherSortOfObjectHere() {
    ClassLoader other = Worlds.of(TASK.replace("new ArrayList<>()", "new LinkedList<>()")).driver();
    assertThatThrownBy(() -> new StaticsTarget(other, failure -> {}).apply(prepared()))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("field=Case.FILLED, worker=java.util.LinkedList, driver=java.util.");
  }

  @Test
  void classesOfFilesKeepTheirStaticsAtHome() {
    dev.entourage.RemoteCallable<Integer> here = () -> COUNTER.size();
    assertThat(preparer.prepare(here).root()).isSameAs(here);
    assertThat(preparer.seal(preparer.prepare(here), Set.of()).entries()).isNotEmpty();
  }

  private static final List<String> COUNTER = new java.util.ArrayList<>();

  private TaskWithStatics prepared() {
    return (TaskWithStatics) preparer.prepare(task).root();
  }
}
