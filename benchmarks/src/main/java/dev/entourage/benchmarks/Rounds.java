package dev.entourage.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One row of a table: contenders that take turns, so that a busy machine hits all alike. */
final class Rounds {

  /** Runs once and says what it measured. */
  interface Round {
    double run() throws Exception;
  }

  private final String title;
  private final int rounds;
  private final boolean lessIsBetter;
  private final Map<String, Round> contenders = new LinkedHashMap<>();
  private int warmUps = 2;

  private Rounds(String title, int rounds, boolean lessIsBetter) {
    this.title = title;
    this.rounds = rounds;
    this.lessIsBetter = lessIsBetter;
  }

  static Rounds ofTimes(String title, int rounds) {
    return new Rounds(title, rounds, true);
  }

  static Rounds ofRates(String title, int rounds) {
    return new Rounds(title, rounds, false);
  }

  /** What counts is how they begin. */
  Rounds cold() {
    warmUps = 0;
    return this;
  }

  /** What counts is how they go on: so many rounds before the first that is measured. */
  Rounds warm(int before) {
    warmUps = before;
    return this;
  }

  /** Ours comes first. */
  Rounds add(String name, Round round) {
    contenders.put(name, round);
    return this;
  }

  /** Prints the medians; in brackets, how many times better we are. */
  void print() throws Exception {
    Map<String, double[]> figures = new LinkedHashMap<>();
    contenders.keySet().forEach(name -> figures.put(name, new double[rounds]));
    warmUp();
    for (int i = 0; i < rounds; i++) {
      for (Map.Entry<String, Round> contender : contenders.entrySet()) {
        figures.get(contender.getKey())[i] = contender.getValue().run();
      }
    }
    double ours = median(figures.values().iterator().next());
    String cells =
        figures.entrySet().stream()
            .map(one -> one.getKey() + " " + cell(ours, median(one.getValue())))
            .collect(Collectors.joining(" | "));
    System.out.println("| " + title + " | " + cells + " |");
  }

  private void warmUp() throws Exception {
    for (Round round : contenders.values()) {
      for (int i = 0; i < warmUps; i++) {
        round.run();
      }
    }
  }

  private String cell(double ours, double figure) {
    String text = String.format(Locale.ROOT, figure < 100 ? "%.1f" : "%,.0f", figure);
    double better = lessIsBetter ? figure / ours : ours / figure;
    return figure == ours ? text : String.format(Locale.ROOT, "%s (%.2f)", text, better);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
