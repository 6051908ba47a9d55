package dev.entourage;

/** Lines of text for a terminal. Colours are written here, since the API has no dependency. */
final class Page {

  /** How a piece of text stands out. */
  enum Style {
    PLAIN(""),
    TITLE("\u001b[1m"),
    SIZE("\u001b[36m"),
    FAINT("\u001b[2m"),
    GOOD("\u001b[32m"),
    BAD("\u001b[31m");

    private final String on;

    Style(String on) {
      this.on = on;
    }
  }

  private static final String OFF = "\u001b[0m";
  private static final int NARROWEST = 40;

  private final int width;
  private final boolean colour;
  private final StringBuilder text = new StringBuilder();
  private int column;

  Page(int width, boolean colour) {
    this.width = Math.max(NARROWEST, width);
    this.colour = colour;
  }

  /** Writes on in this line; what doesn't fit is cut. */
  Page add(Style style, String more) {
    String shown = cut(more.replace('\n', ' '), width - column);
    column += shown.codePointCount(0, shown.length());
    boolean painted = colour && style != Style.PLAIN && !shown.isBlank();
    text.append(painted ? style.on + shown + OFF : shown);
    return this;
  }

  Page add(String more) {
    return add(Style.PLAIN, more);
  }

  /** Writes the rest of this line; what doesn't fit is cut at its beginning. */
  Page addEnd(String more) {
    int over = more.length() - (width - column);
    return add(over > 0 ? "…" + more.substring(Math.min(over + 1, more.length())) : more);
  }

  /** Writes a long text, wrapped at blanks, each line indented. */
  Page wrapped(String indent, String more) {
    int room = width - indent.length();
    String rest = more.replace('\n', ' ');
    while (rest.length() > room) {
      int blank = rest.lastIndexOf(' ', room);
      int end = blank > 0 ? blank : room;
      add(indent + rest.substring(0, end)).end();
      rest = rest.substring(end).stripLeading();
    }
    return add(indent + rest).end();
  }

  Page end() {
    text.append('\n');
    column = 0;
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String cut(String text, int room) {
    int length = text.codePointCount(0, text.length());
    if (length <= room) {
      return text;
    }
    return room < 1 ? "" : text.substring(0, text.offsetByCodePoints(0, room - 1)) + "…";
  }
}
