package cases;

import java.io.IOException;
import java.math.*;
import java.net.URI;
import java.time.*;
import java.util.*;
import java.util.concurrent.atomic.*;
import java.util.regex.Pattern;

/** Each member class is a case of its own: what it makes, and all that is to be kept of it. */
class ValueFeatures {
  static class JavaTime {
    static Object make() { return new Object[] {LocalDate.of(2026, 2, 28), Instant.MAX, Duration.ofNanos(-3), ZonedDateTime.of(LocalDateTime.MIN, ZoneId.of("Europe/Berlin")), Year.of(1), Period.ofDays(3)}; }
    static String show(Object root) { return Arrays.toString((Object[]) root); }
  }

  static class OptionalInAField {
    Optional<Object> held = Optional.of(new ArrayList<>(List.of("in")));
    static Object make() { return new OptionalInAField(); }
    static String show(Object root) { return "" + ((OptionalInAField) root).held + Optional.empty().isPresent(); }
  }

  /** Some libraries read into the one empty Optional of the JVM, and so change it for everybody. */
  static class EmptyOptional {
    Optional<Object> held = Optional.empty();
    static Object make() { return new EmptyOptional(); }
    static String show(Object root) { return (((EmptyOptional) root).held == Optional.empty()) + "" + Optional.empty().isPresent(); }
  }

  static class ThrowableWithCause {
    static Object make() {
      Exception made = new IllegalStateException("why", new IOException("because"));
      made.addSuppressed(new RuntimeException("suppressed"));
      return made;
    }
    static String show(Object root) {
      Exception e = (Exception) root;
      return e + "" + e.getCause() + Arrays.toString(e.getSuppressed()) + Arrays.toString(e.getStackTrace());
    }
  }

  static class PatternWithFlags {
    static Object make() { return Pattern.compile("(?<n>a+)b", Pattern.CASE_INSENSITIVE); }
    static String show(Object root) { return root + "" + ((Pattern) root).flags() + ((Pattern) root).matcher("xAAB").find(); }
  }

  static class Atomics {
    static Object make() { return new Object[] {new AtomicInteger(5), new AtomicLong(-6), new AtomicBoolean(true), new AtomicReference<>("r")}; }
    static String show(Object root) { return Arrays.toString((Object[]) root); }
  }

  static class NumbersAndNames {
    static Object make() { return new Object[] {new BigDecimal("1.50"), BigInteger.ONE.shiftLeft(200), UUID.fromString("00000000-0000-0001-0000-000000000002"), URI.create("a:b?c#d"), Locale.forLanguageTag("sr-Latn-RS")}; }
    static String show(Object root) { return Arrays.toString((Object[]) root); }
  }

  static class ArraysOfAllTypes {
    static Object make() { return new Object[] {new boolean[] {true}, new byte[] {-1}, new char[] {'\ud800'}, new short[] {-2}, new int[] {3}, new long[] {4}, new float[] {Float.NaN}, new double[] {-0.0}, new String[] {"s", null}, new int[][] {{1}, null, {}}, new ArraysOfAllTypes[2]}; }
    static String show(Object root) { return Arrays.deepToString((Object[]) root) + ((Object[]) root)[10].getClass(); }
  }

  static class RecordInACycle {
    record Held(String name, List<Object> owner) {}
    static Object make() {
      List<Object> list = new ArrayList<>();
      list.add(new Held("h", list));
      return list;
    }
    static String show(Object root) {
      Held held = (Held) ((List<?>) root).get(0);
      return held.name() + (held.owner() == root);
    }
  }

  static class Link {
    Link next;
    int number;
    static Link chain(int depth) {
      Link link = null;
      for (int i = 0; i < depth; i++) {
        Link next = new Link();
        next.next = link;
        next.number = i;
        link = next;
      }
      return link;
    }
    static String count(Object root) {
      int links = 0;
      for (Link link = (Link) root; link != null; link = link.next) links += link.next == null || link.number == link.next.number + 1 ? 1 : 0;
      return "" + links;
    }
  }

  static class ThousandLinks {
    static Object make() { return Link.chain(1_000); }
    static String show(Object root) { return Link.count(root); }
  }

  static class TenThousandLinks {
    static Object make() { return Link.chain(10_000); }
    static String show(Object root) { return Link.count(root); }
  }

  static class HundredThousandLinks {
    static Object make() { return Link.chain(100_000); }
    static String show(Object root) { return Link.count(root); }
  }
}
