package dev.entourage.preparer;

import static dev.entourage.preparer.Travel.arrives;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphsTravelTest {

  @Test // A1, A2, A3, C23
  void carriesPlainObjectsRecordsAndArrays() {
    arrives(
        """
        class Case {
          static final class Encoder { private final int by; private final Encoder inner; Encoder(int by, Encoder inner) { this.by = by; this.inner = inner; } int encode(int x) { return inner == null ? by * x : by * inner.encode(x); } }
          record Doc(String id, int[] words, List<Doc> links) {}
          Encoder encoder = new Encoder(3, new Encoder(2, null));
          Object[] mixed = {1, "two", 3L, 4.0, 'c', null, new int[][] {{1}, {2, 3}}, true, (byte) 1, (short) 2, 1.5f};
          List<Doc> docs = List.of(new Doc("a", new int[] {1, 2}, List.of()), new Doc("b", new int[0], new ArrayList<>()));
          Map<String, Doc> byId = new HashMap<>(Map.of("x", new Doc("x", null, null)));
          static Object make() { return new Case(); }
          static Object show(Case c) {
            return c.encoder.encode(5) + Arrays.deepToString(c.mixed) + c.docs.get(0).id() + Arrays.toString(c.docs.get(0).words())
                + c.docs.get(1).links().getClass() + c.byId.get("x") + c.docs.get(0).links();
          }
        }
        """);
  }

  @Test // A6
  void carriesLocalAnonymousInnerAndEnumClasses() {
    arrives(
        """
        class Case {
          int base = 4;
          class Inner { int up() { return base + 1; } }
          enum Op { ADD { int run(int a) { return a + 1; } }, MUL { int run(int a) { return a * 2; } }; abstract int run(int a); }
          sealed interface Shape permits Dot, Line {}
          record Dot() implements Shape {}
          static final class Line implements Shape { int length = 9; }
          interface Namer { String name(); }
          Object inner = new Inner();
          Namer anonymous() { int n = base; return new Namer() { public String name() { return "anonymous " + n + base; } }; }
          Namer local() { int n = 3; class Local implements Namer { public String name() { return "local " + n + base; } } return new Local(); }
          List<Object> all = new ArrayList<>();
          static Object make() { Case c = new Case(); c.all.addAll(List.of(c.anonymous(), c.local(), Op.ADD, Op.MUL, new Dot(), new Line())); return c; }
          static Object show(Case c) {
            return ((Inner) c.inner).up() + ((Namer) c.all.get(0)).name() + ((Namer) c.all.get(1)).name()
                + ((Op) c.all.get(2)).run(5) + ((Op) c.all.get(3)).run(5) + (c.all.get(2) == Op.ADD) + c.all.get(4) + ((Line) c.all.get(5)).length;
          }
        }
        """);
  }

  @Test // C21
  void keepsSingletonsOfTheJdkThemselves() {
    assertThat(Travel.<Object>copy(java.util.Optional.empty()))
        .isSameAs(java.util.Optional.empty());
    assertThat(Travel.<Object>copy(java.util.List.of())).isSameAs(java.util.List.of());
    assertThat(Travel.<Object>copy(java.util.Collections.emptyList()))
        .isSameAs(java.util.Collections.emptyList());
    assertThat(Travel.<Object>copy(String.CASE_INSENSITIVE_ORDER))
        .isSameAs(String.CASE_INSENSITIVE_ORDER);
    assertThat(Travel.<Object>copy(java.util.Comparator.naturalOrder()))
        .isSameAs(java.util.Comparator.naturalOrder());
    assertThat(Travel.<Object>copy(java.util.Collections.reverseOrder()))
        .isSameAs(java.util.Collections.reverseOrder());
  }

  @Test // C24
  void carriesValuesOfTheJdk() {
    arrives(
        """
        class Case {
          static Object make() throws Exception {
            return Arrays.asList(LocalDate.of(2026, 11, 22), LocalTime.MIDNIGHT, LocalDateTime.MIN, Instant.ofEpochSecond(3, 7), Duration.ofMillis(3), Period.ofDays(3), ZonedDateTime.of(LocalDateTime.of(2026, 10, 25, 2, 30), ZoneId.of("Europe/Berlin")),
                OffsetDateTime.MAX, ZoneId.of("UTC"), ZoneOffset.ofHours(2), Year.of(-12345), YearMonth.of(2026, 2), MonthDay.of(2, 29), DayOfWeek.MONDAY, UUID.fromString("00000000-0000-0001-0000-000000000002"),
                new BigDecimal("1.50"), new BigInteger("12345678901234567890"), URI.create("a:b?c#d"), new URL("http://example.org/x"), java.util.regex.Pattern.compile("a+b", 2), Locale.GERMANY, Locale.forLanguageTag("sr-Latn-RS"), Optional.of("o"), Optional.empty(), OptionalInt.of(3), OptionalInt.empty(),
                OptionalLong.of(4), OptionalDouble.of(.5), new AtomicInteger(5), new AtomicLong(6), new AtomicBoolean(true), new AtomicReference<>("r"), new LongAdder(), new File("a/b"), java.nio.file.Path.of("c/d"), java.nio.charset.StandardCharsets.UTF_8, Currency.getInstance("EUR"),
                new StringBuilder("sb"), new StringBuffer("sf"), new Date(5), TimeUnit.DAYS, new java.text.DecimalFormat("0.00").format(1), int.class, String[].class, Case.class, Case[][].class, void.class, new GregorianCalendar(2026, 1, 2).getTime(), InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), TimeZone.getTimeZone("UTC").getID(), Double.NaN, Long.MIN_VALUE, "", "\\uD83D\\uDE00 \\0");
          }
          static Object show(List<?> all) {
            String s = "";
            for (Object o : all) s += o.getClass() + " " + o + "\\n";
            return s + (all.get(44) == Case.class) + (((Random) random()).nextInt() == 0);
          }
          static Object random() { return new Random(1); }
        }
        """);
  }

  @Test // B16
  void carriesMembersOfClasses() {
    arrives(
        """
        class Case {
          private int field; Case(int x) {} Case() {} private String m(int x) { return "m" + x; } static <T extends Comparable<T>> void m(T t) {}
          static Object make() throws Exception {
            Method m = Case.class.getDeclaredMethod("m", int.class); m.setAccessible(true);
            return new Object[] {m, Case.class.getDeclaredMethod("m", Comparable.class), Case.class.getDeclaredField("field"), Case.class.getDeclaredConstructor(int.class), String.class.getMethod("length"), java.lang.invoke.MethodType.methodType(Case.class, int.class)};
          }
          static Object show(Object o) throws Exception {
            Object[] all = (Object[]) o;
            return Arrays.toString(all) + ((Method) all[0]).invoke(new Case(), 3) + (((Field) all[2]).getDeclaringClass() == Case.class) + ((java.lang.invoke.MethodType) all[5]).returnType().equals(Case.class);
          }
        }
        """);
  }

  @Test // C24
  void carriesProxiesWithALambdaHandler() {
    arrives(
        """
        class Case {
          interface Greeter { String greet(String who); }
          interface Handler extends InvocationHandler, Serializable {}
          static Object make() {
            String hello = "hello ";
            Handler h = (proxy, method, args) -> hello + method.getName() + args[0];
            return java.lang.reflect.Proxy.newProxyInstance(Case.class.getClassLoader(), new Class<?>[] {Greeter.class, Runnable.class}, h);
          }
          static Object show(Object g) { return ((Greeter) g).greet("you") + (g instanceof Runnable); }
        }
        """);
  }

  @Test // E37
  void carriesThrowables() {
    arrives(
        """
        class Case {
          static class Mine extends IllegalStateException { final int code; final transient int skipped = 3; Object context = new StringBuilder("ctx"); Mine(String m, Throwable cause, int code) { super(m, cause); this.code = code; } @Override public String getMessage() { return super.getMessage() + " code " + code; } }
          static Object make() {
            Mine m = new Mine("boom", new IOException("io"), 42);
            m.addSuppressed(new IllegalArgumentException("s"));
            return List.of(m, new InvocationTargetException(new Error("e"), "i"), new ArrayIndexOutOfBoundsException(3));
          }
          static Object show(List<Throwable> all) {
            Mine m = (Mine) all.get(0);
            return m + " " + m.code + m.context + m.getCause() + m.getSuppressed()[0] + m.getStackTrace()[0] + m.getStackTrace().length + all.get(1).getCause() + all.get(1).getMessage() + all.get(2).getMessage();
          }
        }
        """);
  }

  @Test
  void carriesWhatStreamsCollect() {
    arrives(
        """
        class Case {
          static Object make() {
            var numbers = List.of(1, 2, 3);
            return List.of(
                numbers.stream().collect(java.util.stream.Collectors.partitioningBy(n -> n > 1)),
                numbers.stream().collect(java.util.stream.Collectors.groupingBy(n -> n % 2)),
                numbers.stream().mapToInt(n -> n).summaryStatistics(),
                numbers.stream().mapToLong(n -> n).summaryStatistics(),
                numbers.stream().mapToDouble(n -> n / 3d).summaryStatistics(),
                new IntSummaryStatistics());
          }
          static Object show(List<?> all) { return all.toString() + all.get(0).getClass(); }
        }
        """);
  }

  @Test // C24
  void carriesFormatsCalendarsAndGenerators() {
    arrives(
        """
        class Case {
          static Object make() throws Exception {
            Random r = new Random(5); r.nextInt();
            return Arrays.asList(new java.text.SimpleDateFormat("yyyy-MM-dd", Locale.US), new java.text.DecimalFormat("#,##0.00"), new java.text.MessageFormat("a {0}"), java.text.NumberFormat.getPercentInstance(Locale.US),
                new GregorianCalendar(2026, 10, 22), TimeZone.getTimeZone("Europe/Berlin"), r, new InetSocketAddress("127.0.0.1", 80), new URL("http://h/p"), new java.sql.Timestamp(7), new TreeMap<>(Map.of(1, 2, 3, 4)).headMap(2), new TreeSet<>(List.of(1, 2)).descendingSet(),
                new DoubleAdder(), new AtomicIntegerArray(3), new AtomicReferenceArray<>(new String[] {"x"}), Level(), new SimpleTimeZone(3, "x"), Collections.checkedList(new ArrayList<>(List.of("c")), String.class), new StringTokenizerFree());
          }
          static Object Level() { return java.util.logging.Level.FINE; }
          static class StringTokenizerFree { public String toString() { return "own"; } }
          static Object show(List<?> all) throws Exception {
            Random copy = new Random(5); copy.nextInt();
            return ((java.text.Format) all.get(0)).format(new Date(0)) + ((java.text.Format) all.get(1)).format(1234.5) + ((java.text.Format) all.get(2)).format(new Object[] {1}) + ((java.text.Format) all.get(3)).format(.5)
                + ((Calendar) all.get(4)).getTime() + all.get(5) + (all.get(6).getClass() == Random.class) + all.subList(7, all.size());
          }
        }
        """);
  }
}
