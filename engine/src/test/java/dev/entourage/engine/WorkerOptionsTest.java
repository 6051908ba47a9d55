package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import dev.entourage.Workers;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerOptionsTest {

  private final Locale locale = Locale.getDefault();
  private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
  private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    Locale.setDefault(Locale.Category.DISPLAY, display);
    Locale.setDefault(Locale.Category.FORMAT, format);
    TimeZone.setDefault(zone);
  }

  @Test
  void workersHaveTheDriversLocaleTimeZoneAndFolder() {
    Locale.setDefault(Locale.forLanguageTag("sr-Latn-RS"));
    Locale.setDefault(Locale.Category.FORMAT, Locale.GERMAN);
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    try (Workers workers = new PoolBuilder().transport("memory").processes(1).build()) {
      assertThat(workers.submit(WorkerOptionsTest::surroundings).join()).isEqualTo(surroundings());
    }
  }

  @Test
  void optionsOfTheUsersWin() {
    try (Workers workers =
        new PoolBuilder()
            .transport("memory")
            .processes(1)
            .jvmOptions("-Duser.timezone=Asia/Tokyo", "-Xmx64m", "-Dmy.property=a b")
            .build()) {
      assertThat(workers.submit(() -> TimeZone.getDefault().getID()).join())
          .isEqualTo("Asia/Tokyo");
      assertThat(workers.submit(() -> System.getProperty("my.property")).join()).isEqualTo("a b");
      assertThat(workers.submit(() -> Runtime.getRuntime().maxMemory()).join())
          .isLessThanOrEqualTo(64L << 20);
    }
  }

  @Test
  void manyWorkersShareTheMachinesMemory() {
    assertThat(heap(OptionalInt.empty())).isEmpty();
    assertThat(heap(OptionalInt.of(3))).isEmpty();
    assertThat(heap(OptionalInt.of(4))).containsExactly("-XX:MaxRAMPercentage=18.750");
    assertThat(heap(OptionalInt.of(100))).containsExactly("-XX:MaxRAMPercentage=0.750");
  }

  @Test
  void aTimeZoneThatOnlyThisProgramKnowsIsLeftOut() {
    TimeZone.setDefault(new SimpleTimeZone(1234567, "Atlantis"));
    assertThat(WorkerOptions.of(List.of(), OptionalInt.empty()))
        .noneMatch(option -> option.startsWith("-Duser.timezone"));
  }

  private static List<String> heap(OptionalInt workers) {
    return WorkerOptions.of(List.of(), workers).stream()
        .filter(option -> option.contains("RAM"))
        .toList();
  }

  private static List<String> surroundings() {
    return List.of(
        Locale.getDefault().toLanguageTag(),
        Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag(),
        Locale.getDefault(Locale.Category.FORMAT).toLanguageTag(),
        TimeZone.getDefault().getID(),
        System.getProperty("user.dir"));
  }

  @Test
  void anOptionWithoutItsDashIsRefusedAtOnce() {
    for (List<String> wrong :
        List.of(List.of("Xmx5m"), List.of("-Da=b", "c"), List.of("--enable-preview", "Xmx5m"))) {
      assertThatThrownBy(() -> WorkerOptions.of(wrong, OptionalInt.empty()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("option=" + wrong.get(wrong.size() - 1) + ". Write -");
    }
  }

  @Test
  void anOptionsValueMayBeTheNextOne() {
    List<String> right =
        List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "-cp", "a.jar", "@options");
    assertThat(WorkerOptions.of(right, OptionalInt.empty())).endsWith(right.toArray(String[]::new));
  }
}
