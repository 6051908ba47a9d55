package dev.entourage;

import dev.entourage.Explanation.ClassEntry;
import dev.entourage.Explanation.LayerEntry;
import dev.entourage.Explanation.Refusal;
import dev.entourage.Explanation.Replaced;
import dev.entourage.Explanation.StaticEntry;
import dev.entourage.Page.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An explanation as people want to read it: what can't travel first, then the largest. */
final class ExplanationText {

  /** More of one sort than this are folded. */
  private static final int SHOWN = 12;

  private final Explanation told;
  private final Predicate<ClassEntry> known;
  private final Page page;

  /** Classes that go one way for one reason. */
  private record Group(boolean byValue, String reason, String origin) {

    String way() {
      return byValue ? "by value" : "by reference";
    }
  }

  ExplanationText(Explanation told, Predicate<ClassEntry> known, Page page) {
    this.told = told;
    this.known = known;
    this.page = page;
  }

  String text() {
    headline();
    refusals();
    new SizeTree(page).write(told.state());
    classes();
    statics();
    layers();
    return page.toString();
  }

  private void headline() {
    long travelling = told.classes().stream().filter(ClassEntry::byValue).count();
    page.add(Style.TITLE, told.task()).end();
    if (told.encoded().isPresent()) {
      page.add("  " + ByteCount.of(told.encoded().getAsLong()) + " of state, ");
    } else {
      page.add(Style.BAD, "  can't travel").add(", ");
    }
    page.add(count(travelling, "class", "classes") + " by value");
    page.add(travelling == 0 ? "" : ": " + ByteCount.of(told.bytes()) + " once a worker").end();
  }

  private void refusals() {
    if (!told.refusals().isEmpty()) {
      title("What can't travel");
      folded(told.refusals(), this::refusal, rest -> "");
    }
  }

  private void refusal(Refusal refusal) {
    page.add("  ").add(Style.BAD, refusal.path()).end();
    page.wrapped("    ", refusal.reason());
  }

  /** By code source and the reason for its way: what is decided there is told there. */
  private void classes() {
    Map<Group, List<ClassEntry>> groups =
        told.classes().stream()
            .filter(known.negate())
            .sorted(Comparator.comparing(ClassEntry::byValue).reversed())
            .collect(
                Collectors.groupingBy(
                    ExplanationText::group, LinkedHashMap::new, Collectors.toList()));
    if (!told.classes().isEmpty()) {
      title("Classes");
    }
    groups.forEach(this::group);
    long before = told.classes().stream().filter(known).count();
    if (before > 0) {
      page.add(Style.FAINT, "  … %,d told before".formatted(before)).end();
    }
  }

  private static Group group(ClassEntry entry) {
    return new Group(entry.byValue(), entry.reason(), entry.origin());
  }

  private void group(Group group, List<ClassEntry> classes) {
    page.add("  ").add(group.byValue() ? Style.GOOD : Style.FAINT, group.way());
    page.add("  " + group.reason() + ": ").addEnd(group.origin()).end();
    if (group.byValue()) {
      int longest = classes.stream().mapToInt(c -> c.name().length()).max().orElse(0);
      List<ClassEntry> largest = new ArrayList<>(classes);
      largest.sort(Comparator.comparingLong(ClassEntry::bytes).reversed());
      folded(largest, entry -> file(entry, Math.min(longest, 48)), ExplanationText::bytes);
    } else {
      page.add("    ").add(Style.FAINT, count(classes.size(), "class: ", "classes: "));
      page.add(classes.stream().map(ClassEntry::name).collect(Collectors.joining(", "))).end();
    }
  }

  private void file(ClassEntry entry, int column) {
    size(entry.bytes()).add(("%-" + column + "s  ").formatted(entry.name()));
    page.add(Style.FAINT, entry.found()).end();
  }

  private static String bytes(List<ClassEntry> classes) {
    return ", " + ByteCount.of(classes.stream().mapToLong(ClassEntry::bytes).sum());
  }

  private void statics() {
    if (!told.statics().isEmpty()) {
      title("Static fields that the code may read");
      folded(told.statics(), this::field, rest -> "");
    }
  }

  private void field(StaticEntry field) {
    page.add("  ").add(field.travels() ? Style.GOOD : Style.BAD, way(field.travels()));
    page.add("  " + field.name() + "  ").add(Style.FAINT, field.reason()).end();
  }

  private static String way(boolean travels) {
    return travels ? "travels" : "stays  ";
  }

  private void layers() {
    if (!told.layers().isEmpty()) {
      title("Layers");
    }
    int longest = told.layers().stream().mapToInt(l -> l.id().length()).max().orElse(1);
    for (LayerEntry layer : told.layers()) {
      page.add(("  %-" + longest + "s ").formatted(layer.id()));
      page.add(Style.FAINT, "%,9.1f ms  ".formatted(layer.time().toNanos() / 1e6));
      String indent = " ".repeat(longest + 17);
      did(layer).stream().limit(1).forEach(one -> page.add(one).end());
      did(layer).stream().skip(1).forEach(one -> page.add(indent + one).end());
    }
  }

  private static List<String> did(LayerEntry layer) {
    List<String> parts = new ArrayList<>();
    if (!layer.did().isEmpty()) {
      parts.add(layer.did());
    } else if (!layer.added().isEmpty()) {
      parts.add("added " + String.join(", ", layer.added()));
    }
    layer.replaced().forEach(one -> parts.add(replaced(one)));
    return parts.isEmpty() ? List.of("changed nothing") : parts;
  }

  private static String replaced(Replaced one) {
    String what = one.objects() + " × " + one.type();
    return one.by().isEmpty() ? "dropped " + what : "replaced " + what + " by " + one.by();
  }

  private void title(String title) {
    page.add(Style.TITLE, title).end();
  }

  private Page size(long bytes) {
    return page.add(Style.SIZE, "  %10s".formatted(ByteCount.of(bytes))).add("  ");
  }

  /** One more than is shown isn't worth a line that says so. */
  private <T> void folded(List<T> all, Consumer<T> line, Function<List<T>, String> sum) {
    int shown = all.size() <= SHOWN + 1 ? all.size() : SHOWN;
    all.subList(0, shown).forEach(line);
    List<T> rest = all.subList(shown, all.size());
    if (!rest.isEmpty()) {
      page.add("    ").add(Style.FAINT, "… %,d more%s".formatted(rest.size(), sum.apply(rest)));
      page.end();
    }
  }

  private static String count(long n, String one, String many) {
    return "%,d %s".formatted(n, n == 1 ? one : many);
  }
}
