package dev.entourage.cli;

import dev.entourage.HostInfo;
import dev.entourage.HostInfo.Counts;
import dev.entourage.HostInfo.Session;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hosts, and below them their sessions, as tables for a terminal. */
final class MembersTable {

  private static final List<String> HOSTS =
      List.of(
          "HOST",
          "JAVA",
          "BACKENDS",
          "WORKERS",
          "DRIVERS",
          "TASKS",
          "IN",
          "OUT",
          "LOST",
          "REFUSED");

  private static final List<String> SESSIONS =
      List.of("HOST", "DRIVER", "SINCE", "WORKERS", "TASKS", "IN", "OUT", "LOST");

  private static final String GAP = "  ";

  private MembersTable() {}

  static void print(List<HostInfo> hosts, PrintWriter out) {
    print(HOSTS, hosts.stream().map(MembersTable::row), out);
    if (hosts.stream().anyMatch(host -> !host.sessions().isEmpty())) {
      out.println();
      print(SESSIONS, hosts.stream().flatMap(MembersTable::rows), out);
    }
    out.flush();
  }

  private static List<String> row(HostInfo host) {
    Counts counts = host.counts();
    List<String> row = new ArrayList<>();
    row.add(host.name());
    row.add(host.javaVersion());
    row.add(host.backends().stream().sorted().collect(Collectors.joining(",")));
    row.add(counts.workers() + "/" + host.maxWorkers());
    row.add(Integer.toString(host.sessions().size()));
    row.addAll(done(counts));
    row.add(refused(host));
    return row;
  }

  private static Stream<List<String>> rows(HostInfo host) {
    return host.sessions().stream().map(session -> row(host.name(), session));
  }

  private static List<String> row(String host, Session session) {
    List<String> row = new ArrayList<>();
    row.add(host);
    row.add(session.driver().isEmpty() ? "-" : session.driver());
    row.add(age(session.age()));
    row.add(Integer.toString(session.counts().workers()));
    row.addAll(done(session.counts()));
    return row;
  }

  private static List<String> done(Counts counts) {
    return List.of(
        Long.toString(counts.tasks()),
        bytes(counts.bytesIn()),
        bytes(counts.bytesOut()),
        Long.toString(counts.lost()));
  }

  private static String refused(HostInfo host) {
    long all = host.refused().values().stream().mapToLong(Long::longValue).sum();
    String reasons =
        new TreeMap<>(host.refused())
            .entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    return all == 0 ? "0" : all + " (" + reasons + ")";
  }

  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double shown = bytes / 1_000.0;
    int unit = 0;
    while (shown >= 999.95 && unit < units.length - 1) {
      shown /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", shown, units[unit]);
  }

  static String age(Duration age) {
    if (age.toMinutes() < 2) {
      return age.toSeconds() + " s";
    }
    if (age.toHours() < 2) {
      return age.toMinutes() + " min";
    }
    return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
  }

  private static void print(List<String> head, Stream<List<String>> body, PrintWriter out) {
    List<List<String>> rows =
        Stream.concat(Stream.of(head), body.map(MembersTable::plain)).toList();
    int[] widths =
        IntStream.range(0, head.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  /** What a host says of itself must not drive the terminal of who reads it. */
  private static List<String> plain(List<String> row) {
    return row.stream().map(cell -> cell.replaceAll("\\p{C}", "?")).toList();
  }
}
