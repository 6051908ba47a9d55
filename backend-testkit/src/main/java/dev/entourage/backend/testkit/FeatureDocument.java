package dev.entourage.backend.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The table of features in the project's documents: a row for each case, a column for each backend.
 * Each backend's test knows one column, and holds it to what it saw.
 */
final class FeatureDocument {

  /** Set to {@code write}, a test writes its column instead of comparing it. */
  static final String MODE = "entourage.features";

  private static final String BEGIN = "<!-- features: written by the kit -->\n";
  private static final String END = "<!-- end of features -->";

  private final Path file;

  private FeatureDocument(Path file) {
    this.file = file;
  }

  /** Finds the document above the folder that the tests run in; backends elsewhere have none. */
  static Optional<FeatureDocument> find() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("docs/backends.md");
      if (Files.exists(file)) {
        return Optional.of(new FeatureDocument(file));
      }
    }
    return Optional.empty();
  }

  /** What the document says of a backend; empty where it isn't named. */
  Map<String, String> column(String backend) {
    return columns().getOrDefault(backend, Map.of());
  }

  /** Puts a backend's column into the table. Cases that it doesn't know go. */
  void write(String backend, Map<String, String> cells) {
    Map<String, Map<String, String>> all = new TreeMap<>(columns());
    all.put(backend, cells);
    String text = text();
    int from = text.indexOf(BEGIN) + BEGIN.length();
    String table = print(all, List.copyOf(cells.keySet()));
    try {
      Files.writeString(file, text.substring(0, from) + table + text.substring(text.indexOf(END)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table as text. */
  static String print(Map<String, Map<String, String>> columns, List<String> cases) {
    StringBuilder text = new StringBuilder("\n| Case | ");
    text.append(String.join(" | ", columns.keySet())).append(" |\n");
    text.append("|---".repeat(columns.size() + 1)).append("|\n");
    for (String each : cases) {
      text.append("| ").append(each);
      columns.values().forEach(cells -> text.append(" | ").append(cells.getOrDefault(each, "?")));
      text.append(" |\n");
    }
    return text.append('\n').toString();
  }

  private Map<String, Map<String, String>> columns() {
    String text = text();
    List<String> rows =
        text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END))
            .lines()
            .filter(line -> line.startsWith("| "))
            .toList();
    Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    List<String> names = rows.isEmpty() ? List.of() : cells(rows.get(0));
    for (int i = 1; i < names.size(); i++) {
      columns.put(names.get(i), column(rows, i));
    }
    return columns;
  }

  private static Map<String, String> column(List<String> rows, int number) {
    Map<String, String> cells = new LinkedHashMap<>();
    rows.stream()
        .skip(1)
        .map(FeatureDocument::cells)
        .forEach(row -> cells.put(row.get(0), row.get(number)));
    return cells;
  }

  private static List<String> cells(String row) {
    return new ArrayList<>(Arrays.asList(row.substring(2, row.length() - 2).split(" \\| ")));
  }

  private String text() {
    try {
      String text = Files.readString(file);
      if (!text.contains(BEGIN) || !text.contains(END)) {
        throw new AssertionError(file + " must hold the lines " + BEGIN + " and " + END);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
