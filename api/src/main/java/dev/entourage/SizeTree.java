package dev.entourage;

import dev.entourage.Explanation.SizeEntry;
import dev.entourage.Page.Style;
import java.util.List;

/** Sizes by path as a tree, the largest first, what is small folded into one line. */
final class SizeTree {

  /** Of one object's fields so many are shown. */
  private static final int SHOWN = 6;

  /** The smallest share of all that is shown: one in so many. */
  private static final int SHARE = 100;

  private static final int LINES = 40;

  private final Page page;
  private long least;
  private int left = LINES;

  SizeTree(Page page) {
    this.page = page;
  }

  void write(SizeEntry root) {
    if (root.children().isEmpty()) {
      return;
    }
    least = root.bytes() / SHARE;
    page.add(Style.TITLE, "State by path").add(Style.FAINT, "  about, as encoded").end();
    size(root.bytes()).add(root.type()).end();
    children(root, "");
  }

  private void children(SizeEntry parent, String indent) {
    int shown = shown(parent.children());
    List<SizeEntry> rest = parent.children().subList(shown, parent.children().size());
    for (int i = 0; i < shown; i++) {
      boolean last = i == shown - 1 && rest.isEmpty();
      child(parent.children().get(i), indent, last);
    }
    if (!rest.isEmpty()) {
      long bytes = rest.stream().mapToLong(SizeEntry::bytes).sum();
      size(bytes).add(Style.FAINT, indent + "└─ … %,d more".formatted(rest.size())).end();
    }
  }

  private void child(SizeEntry entry, String indent, boolean last) {
    left--;
    size(entry.bytes()).add(Style.FAINT, indent + (last ? "└─ " : "├─ ")).add(entry.step() + "  ");
    page.add(Style.FAINT, type(entry.type())).end();
    children(entry, indent + (last ? "   " : "│  "));
  }

  private int shown(List<SizeEntry> children) {
    int shown = 0;
    while (shown < Math.min(SHOWN, children.size())
        && shown < left
        && children.get(shown).bytes() >= least) {
      shown++;
    }
    return shown == children.size() - 1 && left > shown ? children.size() : shown;
  }

  private Page size(long bytes) {
    return page.add(Style.SIZE, "  %10s".formatted(ByteCount.of(bytes))).add("  ");
  }

  /** Everybody knows where the JDK's common classes are. */
  private static String type(String type) {
    return type.startsWith("java.") && !type.contains(" ")
        ? type.substring(type.lastIndexOf('.') + 1)
        : type;
  }
}
