package dev.entourage.benchmarks;

import java.util.List;
import java.util.Locale;

/** Draws the figures: a panel for each graph, in it four bars for each backend. */
record MarshalChart(MarshalFigures figures, List<String> graphs, List<String> backends) {

  private static final int COLUMNS = 2;
  private static final int WIDTH = 460;
  private static final int NAMES = 84;
  private static final int BAR = 9;
  private static final int GAP = 8;
  private static final int HEAD = 64;
  private static final int TITLE = 24;
  private static final int ROOM_FOR_FIGURES = 60;

  /** What is drawn, with its colour and its name in the legend. */
  private enum Bar {
    WRITE("write", "#1f5fa8", "write"),
    BARE_WRITE("bareWrite", "#a9c8ea", "write, bare library"),
    READ("read", "#2c7a4b", "read"),
    BARE_READ("bareRead", "#aed9bd", "read, bare library");

    private final String what;
    private final String colour;
    private final String legend;

    Bar(String what, String colour, String legend) {
      this.what = what;
      this.colour = colour;
      this.legend = legend;
    }
  }

  /** The chart as an image of vectors. */
  String svg(String java) {
    int panel = TITLE + backends.size() * (Bar.values().length * BAR + GAP) + 2 * GAP;
    int rows = (graphs.size() + COLUMNS - 1) / COLUMNS;
    StringBuilder out = new StringBuilder();
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">\n"
            .formatted(COLUMNS * WIDTH, HEAD + rows * panel));
    out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(out, GAP, 22, 15, "CPU time of one call in µs, " + java + "; shorter is better");
    legend(out);
    for (int i = 0; i < graphs.size(); i++) {
      panel(out, graphs.get(i), i % COLUMNS * WIDTH, HEAD + i / COLUMNS * panel);
    }
    return out.append("</svg>\n").toString();
  }

  private static void legend(StringBuilder out) {
    int x = GAP;
    for (Bar bar : Bar.values()) {
      rectangle(out, x, 36, 12, bar.colour);
      text(out, x + 18, 45, 12, bar.legend);
      x += 40 + bar.legend.length() * 7;
    }
  }

  private void panel(StringBuilder out, String graph, int left, int top) {
    text(out, left + GAP, top + TITLE - GAP, 13, graph.toLowerCase(Locale.ROOT));
    double scale = (WIDTH - NAMES - ROOM_FOR_FIGURES) / longest(graph);
    int y = top + TITLE;
    for (String backend : backends) {
      text(out, left + GAP, y + 2 * BAR, 11, backend);
      for (Bar bar : Bar.values()) {
        bar(out, bar, figures.micros(graph, backend, bar.what), scale, left + NAMES, y);
        y += BAR;
      }
      y += GAP;
    }
  }

  private double longest(String graph) {
    return backends.stream()
        .flatMap(id -> List.of(Bar.values()).stream().map(b -> figures.micros(graph, id, b.what)))
        .filter(micros -> !micros.isNaN())
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(1);
  }

  private static void bar(
      StringBuilder out, Bar bar, double micros, double scale, int left, int top) {
    boolean none = Double.isNaN(micros);
    double width = none ? 0 : Math.max(1, micros * scale);
    rectangle(out, left, top, width, bar.colour);
    String figure =
        none ? "can't" : String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%.0f", micros);
    text(out, (int) (left + width + 4), top + BAR - 1, 8, figure);
  }

  private static void rectangle(
      StringBuilder out, double x, double y, double width, String colour) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
            x,
            y,
            width,
            BAR - 1,
            colour));
  }

  private static void text(StringBuilder out, int x, int y, int size, String text) {
    out.append(
        "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"#222222\">%s</text>\n"
            .formatted(x, y, size, text));
  }
}
