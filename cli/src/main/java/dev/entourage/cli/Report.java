package dev.entourage.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What the doctor found: rows of a table, and what is wrong. */
final class Report {

  private record Row(String subject, String value, String note) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  void row(String subject, String value, String note) {
    rows.add(new Row(subject, value, note));
  }

  /** Adds something wrong; the message names the fix. */
  void problem(String message) {
    problems.add(message);
  }

  boolean isHealthy() {
    return problems.isEmpty();
  }

  void print(PrintWriter out) {
    int subject = width(rows.stream().map(Row::subject).toList());
    int value = width(rows.stream().map(Row::value).toList());
    String format = "%-" + subject + "s  %-" + value + "s  %s";
    String last = null;
    for (Row row : bySubject()) {
      String shown = row.subject.equals(last) ? "" : row.subject;
      out.println(format.formatted(shown, row.value, row.note).stripTrailing());
      last = row.subject;
    }
    out.println();
    problems.forEach(problem -> out.println("Problem: " + problem));
    if (isHealthy()) {
      out.println("All is well.");
    }
  }

  /** Rows of one subject stand together, wherever they were found. */
  private List<Row> bySubject() {
    return rows.stream()
        .collect(Collectors.groupingBy(Row::subject, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static int width(List<String> column) {
    return Math.max(1, column.stream().mapToInt(String::length).max().orElse(1));
  }
}
