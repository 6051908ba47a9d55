package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TimeZone;

/** What workers take over from the driver's own JVM, before the user's options, which win. */
final class WorkerOptions {

  /** Java's own share of the machine for a heap, in percent. */
  private static final double USUAL_HEAP = 25;

  /** What all workers of a pool get together, in percent; the rest is for the driver and others. */
  private static final double ALL_HEAPS = 75;

  /** Short options whose value is the next one. */
  private static final Set<String> SHORT = Set.of("-cp", "-classpath", "-p");

  private WorkerOptions() {}

  /**
   * Puts the options together.
   *
   * @param users those of the user's
   * @param onThisMachine how many workers share the machine with the driver, where that is known
   * @throws ConfigurationException when Java would take one of the user's for a class to run
   */
  static List<String> of(List<String> users, OptionalInt onThisMachine) {
    check(users);
    List<String> all = new ArrayList<>();
    all.add(Depth.option());
    if (WorkerOptions.class.desiredAssertionStatus()) {
      all.add("-enableassertions");
    }
    onThisMachine.ifPresent(workers -> addHeap(all, workers));
    addLocale(all, "", Locale.getDefault());
    addLocale(all, ".display", Locale.getDefault(Locale.Category.DISPLAY));
    addLocale(all, ".format", Locale.getDefault(Locale.Category.FORMAT));
    addTimeZone(all, TimeZone.getDefault());
    all.addAll(users);
    return all;
  }

  private static void check(List<String> users) {
    String before = "";
    for (String option : users) {
      if (!option.startsWith("-") && !option.startsWith("@") && !takesNext(before)) {
        throw new ConfigurationException(
            "A JVM option must begin with a dash, or Java takes it for the class to run: option="
                + option
                + ". Write -"
                + option
                + ", or leave it out.");
      }
      before = option;
    }
  }

  private static boolean takesNext(String option) {
    return SHORT.contains(option)
        || option.startsWith("--") && option.indexOf('=') < 0 && !option.equals("--enable-preview");
  }

  /** Up to three workers get what any JVM gets. An {@code -Xmx} of the user's makes this void. */
  private static void addHeap(List<String> all, int workers) {
    double share = ALL_HEAPS / workers;
    if (share < USUAL_HEAP) {
      all.add(String.format(Locale.ROOT, "-XX:MaxRAMPercentage=%.3f", share));
    }
  }

  /** All parts, empty ones too: what isn't said, a JVM takes from its environment. */
  private static void addLocale(List<String> all, String category, Locale locale) {
    all.add("-Duser.language" + category + "=" + locale.getLanguage());
    all.add("-Duser.script" + category + "=" + locale.getScript());
    all.add("-Duser.country" + category + "=" + locale.getCountry());
    all.add("-Duser.variant" + category + "=" + locale.getVariant());
  }

  /** One that a program has made up has no name that another JVM knows. */
  private static void addTimeZone(List<String> all, TimeZone zone) {
    if (TimeZone.getTimeZone(zone.getID()).hasSameRules(zone)) {
      all.add("-Duser.timezone=" + zone.getID());
    }
  }
}
