package cases;

import java.io.*;
import java.lang.reflect.Array;
import java.math.*;
import java.net.*;
import java.nio.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.nio.file.attribute.*;
import java.security.*;
import java.security.spec.*;
import java.text.*;
import java.time.*;
import java.time.chrono.*;
import java.time.format.*;
import java.time.temporal.*;
import java.time.zone.ZoneRules;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.random.*;
import java.util.regex.*;
import java.util.stream.*;
import java.util.zip.*;
import javax.crypto.spec.*;

/** Objects of the JDK that programs hold, one of each sort. */
class JdkObjects {
  private static final Map<String, Object> ALL = new LinkedHashMap<>();

  private static void o(String name, Callable<?> object) throws Exception {
    if (ALL.put(name, object.call()) != null) throw new IllegalStateException("twice: " + name);
  }

  private static <C extends Collection<Object>> C c(C collection) {
    collection.addAll(List.of("b", "a", "c"));
    return collection;
  }

  private static <M extends Map<Object, Object>> M m(M map) {
    map.put("b", 2);
    map.put("a", 1);
    return map;
  }

  private static Object made(String type, Class<?> parameter, Object argument) throws Exception {
    return Class.forName(type).getConstructor(parameter).newInstance(argument);
  }

  static Map<String, Object> all() throws Exception {
    lists();
    maps();
    concurrent();
    times();
    texts();
    values();
    files();
    security();
    functions();
    return ALL;
  }

  private static void lists() throws Exception {
    o("ArrayList", () -> c(new ArrayList<>()));
    o("LinkedList", () -> c(new LinkedList<>()));
    o("Vector", () -> c(new Vector<>()));
    o("Stack", () -> c(new Stack<>()));
    o("ArrayDeque", () -> c(new ArrayDeque<>()));
    o("PriorityQueue", () -> c(new PriorityQueue<Object>(Collections.reverseOrder())));
    o("HashSet", () -> c(new HashSet<>()));
    o("LinkedHashSet", () -> c(new LinkedHashSet<>()));
    o("TreeSet", () -> c(new TreeSet<>()));
    o("TreeSet.descendingSet", () -> c(new TreeSet<>()).descendingSet());
    o("TreeSet.headSet", () -> c(new TreeSet<>()).headSet("c"));
    o("EnumSet", () -> EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
    o("EnumSet.none", () -> EnumSet.noneOf(DayOfWeek.class));
    o("BitSet", () -> BitSet.valueOf(new long[] {5}));
    o("List.of", () -> List.of("a", "b", "c"));
    o("List.of empty", () -> List.of());
    o("List.copyOf with subList", () -> List.of("a", "b", "c").subList(1, 2));
    o("Stream.toList", () -> Stream.of("a", null).toList());
    o("Collectors.toUnmodifiableList", () -> Stream.of("a").collect(Collectors.toUnmodifiableList()));
    o("Set.of", () -> Set.of("a", "b", "c"));
    o("Arrays.asList", () -> Arrays.asList("a", null));
    o("Arrays.asList.subList", () -> Arrays.asList("a", "b", "c").subList(1, 3));
    o("ArrayList.subList", () -> c(new ArrayList<>()).subList(1, 3));
    o("LinkedList.subList", () -> c(new LinkedList<>()).subList(1, 3));
    o("ArrayList.iterator", () -> c(new ArrayList<>()).iterator());
    o("ArrayList.listIterator", () -> c(new ArrayList<>()).listIterator());
    o("ArrayList.spliterator", () -> c(new ArrayList<>()).spliterator());
    o("List.of.iterator", () -> List.of("a").iterator());
    o("Collections.emptyList", () -> Collections.emptyList());
    o("Collections.emptySet", () -> Collections.emptySet());
    o("Collections.emptyNavigableSet", () -> Collections.emptyNavigableSet());
    o("Collections.emptyIterator", () -> Collections.emptyIterator());
    o("Collections.emptyEnumeration", () -> Collections.emptyEnumeration());
    o("Collections.enumeration", () -> Collections.enumeration(List.of("a")));
    o("Collections.singleton", () -> Collections.singleton("a"));
    o("Collections.singletonList", () -> Collections.singletonList("a"));
    o("Collections.nCopies", () -> Collections.nCopies(3, "a"));
    o("Collections.unmodifiableList", () -> Collections.unmodifiableList(c(new ArrayList<>())));
    o("Collections.unmodifiableSet", () -> Collections.unmodifiableSet(c(new HashSet<>())));
    o("Collections.unmodifiableCollection", () -> Collections.unmodifiableCollection(c(new ArrayList<>())));
    o("Collections.unmodifiableNavigableSet", () -> Collections.unmodifiableNavigableSet(c(new TreeSet<>())));
    o("Collections.synchronizedList", () -> Collections.synchronizedList(c(new ArrayList<>())));
    o("Collections.synchronizedSet", () -> Collections.synchronizedSet(c(new HashSet<>())));
    o("Collections.synchronizedCollection", () -> Collections.synchronizedCollection(c(new ArrayList<>())));
    o("Collections.checkedList", () -> Collections.checkedList(c(new ArrayList<>()), Object.class));
    o("Collections.newSetFromMap", () -> c(Collections.newSetFromMap(new HashMap<>())));
    o("Collections.asLifoQueue", () -> c(Collections.asLifoQueue(new ArrayDeque<>())));
    o("Collections.reverseOrder", () -> Collections.reverseOrder());
    o("StringTokenizer", () -> new StringTokenizer("a b"));
    o("Scanner", () -> new Scanner("a b"));
  }

  private static void maps() throws Exception {
    o("HashMap", () -> m(new HashMap<>()));
    o("LinkedHashMap", () -> m(new LinkedHashMap<>()));
    o("LinkedHashMap by access", () -> m(new LinkedHashMap<>(8, 0.5f, true)));
    o("TreeMap", () -> m(new TreeMap<>()));
    o("TreeMap.descendingMap", () -> m(new TreeMap<>()).descendingMap());
    o("TreeMap.subMap", () -> m(new TreeMap<>()).subMap("a", "b"));
    o("TreeMap.navigableKeySet", () -> m(new TreeMap<>()).navigableKeySet());
    o("TreeMap.firstEntry", () -> m(new TreeMap<>()).firstEntry());
    o("Hashtable", () -> m(new Hashtable<>()));
    o("Hashtable.keySet", () -> m(new Hashtable<>()).keySet());
    o("Hashtable.values", () -> m(new Hashtable<>()).values());
    o("Hashtable.entrySet", () -> m(new Hashtable<>()).entrySet());
    o("Hashtable.keys", () -> m(new Hashtable<>()).keys());
    o("Properties", () -> { Properties p = new Properties(new Properties()); p.setProperty("a", "b"); return p; });
    o("Properties.keySet", () -> { Properties p = new Properties(); p.setProperty("a", "b"); return p.keySet(); });
    o("IdentityHashMap", () -> m(new IdentityHashMap<>()));
    o("WeakHashMap", () -> m(new WeakHashMap<>()));
    o("EnumMap", () -> new EnumMap<>(Map.of(DayOfWeek.MONDAY, "m")));
    o("Map.of", () -> Map.of("a", 1, "b", 2));
    o("Map.of empty", () -> Map.of());
    o("Map.of.keySet", () -> Map.of("a", 1).keySet());
    o("Map.of.values", () -> Map.of("a", 1).values());
    o("Map.entry", () -> Map.entry("a", 1));
    o("HashMap.keySet", () -> m(new HashMap<>()).keySet());
    o("HashMap.values", () -> m(new HashMap<>()).values());
    o("HashMap.entrySet", () -> m(new HashMap<>()).entrySet());
    o("HashMap entry", () -> m(new HashMap<>()).entrySet().iterator().next());
    o("SimpleEntry", () -> new AbstractMap.SimpleEntry<>("a", 1));
    o("SimpleImmutableEntry", () -> new AbstractMap.SimpleImmutableEntry<>("a", 1));
    o("Collections.emptyMap", () -> Collections.emptyMap());
    o("Collections.singletonMap", () -> Collections.singletonMap("a", 1));
    o("Collections.singletonMap.keySet", () -> Collections.singletonMap("a", 1).keySet());
    o("Collections.unmodifiableMap", () -> Collections.unmodifiableMap(m(new HashMap<>())));
    o("Collections.unmodifiableMap.keySet", () -> Collections.unmodifiableMap(m(new HashMap<>())).keySet());
    o("Collections.unmodifiableMap.entrySet", () -> Collections.unmodifiableMap(m(new HashMap<>())).entrySet());
    o("Collections.unmodifiableSortedMap", () -> Collections.unmodifiableSortedMap(m(new TreeMap<>())));
    o("Collections.synchronizedMap", () -> Collections.synchronizedMap(m(new HashMap<>())));
    o("Collections.checkedMap", () -> Collections.checkedMap(m(new HashMap<>()), Object.class, Object.class));
    o("Collectors.groupingBy", () -> Stream.of("a", "bb").collect(Collectors.groupingBy(String::length)));
    o("Collectors.partitioningBy", () -> Stream.of("a", "bb").collect(Collectors.partitioningBy(String::isEmpty)));
  }

  private static void concurrent() throws Exception {
    o("ConcurrentHashMap", () -> m(new ConcurrentHashMap<>()));
    o("ConcurrentHashMap.keySet", () -> m(new ConcurrentHashMap<>()).keySet());
    o("ConcurrentHashMap.values", () -> m(new ConcurrentHashMap<>()).values());
    o("ConcurrentHashMap.newKeySet", () -> c(ConcurrentHashMap.newKeySet()));
    o("ConcurrentSkipListMap", () -> m(new ConcurrentSkipListMap<>()));
    o("ConcurrentSkipListMap.headMap", () -> m(new ConcurrentSkipListMap<>()).headMap("b"));
    o("ConcurrentSkipListSet", () -> c(new ConcurrentSkipListSet<>()));
    o("ConcurrentLinkedQueue", () -> c(new ConcurrentLinkedQueue<>()));
    o("ConcurrentLinkedDeque", () -> c(new ConcurrentLinkedDeque<>()));
    o("CopyOnWriteArrayList", () -> c(new CopyOnWriteArrayList<>()));
    o("CopyOnWriteArrayList.subList", () -> c(new CopyOnWriteArrayList<>()).subList(1, 2));
    o("CopyOnWriteArraySet", () -> c(new CopyOnWriteArraySet<>()));
    o("ArrayBlockingQueue", () -> c(new ArrayBlockingQueue<>(5)));
    o("LinkedBlockingQueue", () -> c(new LinkedBlockingQueue<>()));
    o("LinkedBlockingDeque", () -> c(new LinkedBlockingDeque<>()));
    o("PriorityBlockingQueue", () -> c(new PriorityBlockingQueue<>()));
    o("LinkedTransferQueue", () -> c(new LinkedTransferQueue<>()));
    o("SynchronousQueue", () -> new SynchronousQueue<>());
    o("DelayQueue", () -> new DelayQueue<>());
    o("AtomicInteger", () -> new AtomicInteger(5));
    o("AtomicLong", () -> new AtomicLong(5));
    o("AtomicBoolean", () -> new AtomicBoolean(true));
    o("AtomicReference", () -> new AtomicReference<>("a"));
    o("AtomicIntegerArray", () -> new AtomicIntegerArray(new int[] {1, 2}));
    o("AtomicReferenceArray", () -> new AtomicReferenceArray<>(new String[] {"a"}));
    o("AtomicStampedReference", () -> new AtomicStampedReference<>("a", 1));
    o("LongAdder", () -> { LongAdder l = new LongAdder(); l.add(3); return l; });
    o("DoubleAccumulator", () -> new DoubleAccumulator(Double::sum, 0));
    o("ReentrantLock", () -> new ReentrantLock());
    o("ReentrantReadWriteLock", () -> new ReentrantReadWriteLock());
    o("ReentrantReadWriteLock.readLock", () -> new ReentrantReadWriteLock().readLock());
    o("StampedLock", () -> new StampedLock());
    o("Condition", () -> new ReentrantLock().newCondition());
    o("Semaphore", () -> new Semaphore(2));
    o("CountDownLatch", () -> new CountDownLatch(2));
    o("CyclicBarrier", () -> new CyclicBarrier(2));
    o("Phaser", () -> new Phaser(1));
    o("Exchanger", () -> new Exchanger<>());
    o("CompletableFuture", () -> CompletableFuture.completedFuture("a"));
    o("FutureTask", () -> new FutureTask<>(() -> "a"));
    o("ForkJoinPool", () -> ForkJoinPool.commonPool());
    o("ThreadLocalRandom", () -> ThreadLocalRandom.current());
    o("Thread", () -> Thread.currentThread());
    o("ThreadGroup", () -> Thread.currentThread().getThreadGroup());
    o("Timer", () -> { Timer t = new Timer(true); t.cancel(); return t; });
    o("TimeUnit", () -> TimeUnit.DAYS);
    o("Flow publisher", () -> { SubmissionPublisher<String> p = new SubmissionPublisher<>(); p.close(); return p; });
  }

  private static void times() throws Exception {
    ZonedDateTime at = ZonedDateTime.of(2024, 2, 29, 13, 5, 7, 9, ZoneId.of("Europe/Paris"));
    o("ZonedDateTime", () -> at);
    o("LocalDate", at::toLocalDate);
    o("LocalTime", at::toLocalTime);
    o("LocalDateTime", at::toLocalDateTime);
    o("OffsetDateTime", at::toOffsetDateTime);
    o("OffsetTime", () -> at.toOffsetDateTime().toOffsetTime());
    o("Instant", at::toInstant);
    o("Instant.MIN", () -> Instant.MIN);
    o("Duration", () -> Duration.ofNanos(-1));
    o("Period", () -> Period.of(1, -2, 3));
    o("Year", () -> Year.of(-5));
    o("YearMonth", () -> YearMonth.of(2024, 2));
    o("MonthDay", () -> MonthDay.of(2, 29));
    o("Month", () -> Month.MAY);
    o("ZoneId", () -> at.getZone());
    o("ZoneId offset", () -> ZoneId.of("UTC+3"));
    o("ZoneOffset", () -> at.getOffset());
    o("ZoneRules", () -> at.getZone().getRules());
    o("ZoneOffsetTransition", () -> at.getZone().getRules().nextTransition(at.toInstant()));
    o("Clock.systemUTC", () -> Clock.systemUTC());
    o("Clock.fixed", () -> Clock.fixed(at.toInstant(), at.getZone()));
    o("Clock.tick", () -> Clock.tickSeconds(at.getZone()));
    o("ChronoUnit", () -> ChronoUnit.DAYS);
    o("ChronoField", () -> ChronoField.DAY_OF_WEEK);
    o("IsoFields.QUARTER_OF_YEAR", () -> IsoFields.QUARTER_OF_YEAR);
    o("WeekFields", () -> WeekFields.ISO);
    o("ValueRange", () -> ValueRange.of(1, 2));
    o("IsoChronology", () -> IsoChronology.INSTANCE);
    o("JapaneseDate", () -> JapaneseDate.of(2020, 1, 1));
    o("HijrahDate", () -> HijrahDate.of(1440, 1, 1));
    o("ThaiBuddhistDate", () -> ThaiBuddhistDate.of(2563, 1, 1));
    o("TemporalAdjusters.lastDayOfMonth", () -> TemporalAdjusters.lastDayOfMonth());
    o("DateTimeFormatter", () -> DateTimeFormatter.ISO_INSTANT);
    o("DateTimeFormatter.ofPattern", () -> DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT));
    o("DateTimeFormatterBuilder", () -> new DateTimeFormatterBuilder().appendPattern("d"));
    o("DecimalStyle", () -> DecimalStyle.STANDARD);
    o("Date", () -> new Date(5));
    o("GregorianCalendar", () -> { Calendar c = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT); c.setTimeInMillis(5); return c; });
    o("TimeZone", () -> TimeZone.getTimeZone("Europe/Paris"));
    o("SimpleTimeZone", () -> new SimpleTimeZone(5, "x"));
    o("java.sql.Timestamp", () -> made("java.sql.Timestamp", long.class, 5L));
    o("java.sql.Date", () -> made("java.sql.Date", long.class, 5L));
    o("java.sql.SQLException", () -> made("java.sql.SQLException", String.class, "a"));
    o("SerialBlob", () -> made("javax.sql.rowset.serial.SerialBlob", byte[].class, new byte[] {1}));
    o("FileTime", () -> FileTime.fromMillis(5));
  }

  private static void texts() throws Exception {
    o("String", () -> "text");
    o("StringBuilder", () -> new StringBuilder("a"));
    o("StringBuffer", () -> new StringBuffer("a"));
    o("StringJoiner", () -> new StringJoiner(",").add("a"));
    o("Pattern", () -> Pattern.compile("a(b)?", Pattern.CASE_INSENSITIVE));
    o("Matcher", () -> Pattern.compile("a").matcher("a"));
    o("MatchResult", () -> { Matcher m = Pattern.compile("a").matcher("a"); m.find(); return m.toMatchResult(); });
    o("Locale", () -> Locale.forLanguageTag("zh-Hant-TW"));
    o("Locale.Builder", () -> new Locale.Builder().setLanguage("de"));
    o("Currency", () -> Currency.getInstance("EUR"));
    o("Charset", () -> StandardCharsets.UTF_16LE);
    o("CharsetEncoder", () -> StandardCharsets.UTF_8.newEncoder());
    o("DecimalFormat", () -> new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    o("NumberFormat compact", () -> NumberFormat.getCompactNumberInstance(Locale.US, NumberFormat.Style.SHORT));
    o("SimpleDateFormat", () -> { SimpleDateFormat f = new SimpleDateFormat("yyyy", Locale.ROOT); f.set2DigitYearStart(new Date(0)); return f; });
    o("MessageFormat", () -> new MessageFormat("{0} of {1}", Locale.ROOT));
    o("ChoiceFormat", () -> new ChoiceFormat("0#none|1#one"));
    o("DecimalFormatSymbols", () -> DecimalFormatSymbols.getInstance(Locale.ROOT));
    o("DateFormatSymbols", () -> DateFormatSymbols.getInstance(Locale.ROOT));
    o("Collator", () -> Collator.getInstance(Locale.ROOT));
    o("CollationKey", () -> Collator.getInstance(Locale.ROOT).getCollationKey("a"));
    o("BreakIterator", () -> BreakIterator.getWordInstance(Locale.ROOT));
    o("AttributedString", () -> new AttributedString("a"));
    o("StringCharacterIterator", () -> new StringCharacterIterator("a"));
    o("ParsePosition", () -> new ParsePosition(3));
    o("Formatter", () -> new Formatter());
    o("HexFormat", () -> HexFormat.of());
    o("Base64.Encoder", () -> Base64.getEncoder());
    o("Base64.Decoder", () -> Base64.getMimeDecoder());
    o("UUID", () -> new UUID(1, 2));
    o("Character.UnicodeBlock", () -> Character.UnicodeBlock.BASIC_LATIN);
    o("Character.UnicodeScript", () -> Character.UnicodeScript.LATIN);
  }

  private static void values() throws Exception {
    o("Integer", () -> 5);
    o("Double NaN", () -> Double.NaN);
    o("Character", () -> 'x');
    o("BigInteger", () -> BigInteger.TEN.pow(30));
    o("BigDecimal", () -> new BigDecimal("1.500"));
    o("MathContext", () -> MathContext.DECIMAL32);
    o("RoundingMode", () -> RoundingMode.UP);
    o("Object", () -> new Object[] {new Object()});
    o("Optional", () -> Optional.of("a"));
    o("OptionalInt", () -> OptionalInt.of(5));
    o("OptionalDouble empty", () -> OptionalDouble.empty());
    o("IntSummaryStatistics", () -> IntStream.of(1, 2).summaryStatistics());
    o("DoubleSummaryStatistics", () -> DoubleStream.of(1, 2).summaryStatistics());
    o("Random", () -> new Random(5));
    o("SplittableRandom", () -> new SplittableRandom(5));
    o("RandomGenerator", () -> RandomGenerator.of("Xoshiro256PlusPlus"));
    o("int[][]", () -> new int[][] {{1}, {2, 3}});
    o("Object[]", () -> new Object[] {1, "a", null});
    o("Class", () -> String.class);
    o("Method", () -> String.class.getMethod("length"));
    o("Throwable", () -> new IllegalStateException("a", new IOException("b")));
    o("StackTraceElement", () -> new StackTraceElement("a", "b", "c", 1));
    o("Runtime.Version", () -> Runtime.Version.parse("17.0.1"));
    o("Runtime", () -> Runtime.getRuntime());
    o("ProcessHandle", () -> ProcessHandle.current());
    o("ProcessBuilder", () -> new ProcessBuilder("true"));
    o("ClassLoader", () -> ClassLoader.getPlatformClassLoader());
    o("Module", () -> Object.class.getModule());
    o("ModuleLayer", () -> ModuleLayer.boot());
    o("ThreadLocal", () -> ThreadLocal.withInitial(() -> "a"));
    o("WeakReference", () -> new java.lang.ref.WeakReference<>("a"));
    o("ServiceLoader", () -> ServiceLoader.load(Runnable.class));
    o("ResourceBundle", () -> new ListResourceBundle() { protected Object[][] getContents() { return new Object[][] {{"a", "b"}}; } });
    o("System.getenv", () -> System.getenv());
  }

  private static void files() throws Exception {
    o("File", () -> new File("a/b"));
    o("Path", () -> Path.of("a", "b"));
    o("FileSystem", () -> FileSystems.getDefault());
    o("PosixFilePermission", () -> PosixFilePermission.OWNER_READ);
    o("StandardOpenOption", () -> StandardOpenOption.READ);
    o("URI", () -> URI.create("http://h:1/p?q#f"));
    o("URL", () -> URI.create("http://h:1/p?q#f").toURL());
    o("InetAddress", () -> InetAddress.getByAddress("h", new byte[] {1, 2, 3, 4}));
    o("Inet6Address", () -> InetAddress.getByAddress("h", new byte[16]));
    o("InetSocketAddress", () -> InetSocketAddress.createUnresolved("h", 5));
    o("HttpCookie", () -> new HttpCookie("a", "b"));
    o("Proxy", () -> Proxy.NO_PROXY);
    o("Socket", () -> new Socket());
    o("ByteBuffer", () -> ByteBuffer.wrap(new byte[] {1, 2}));
    o("ByteBuffer direct", () -> ByteBuffer.allocateDirect(2));
    o("CharBuffer", () -> CharBuffer.wrap(new char[] {'a'}));
    o("CharBuffer of a text", () -> CharBuffer.wrap("a"));
    o("LongBuffer", () -> LongBuffer.wrap(new long[] {1}));
    o("ByteOrder", () -> ByteOrder.LITTLE_ENDIAN);
    o("ByteArrayInputStream", () -> new ByteArrayInputStream(new byte[] {1}));
    o("ByteArrayOutputStream", () -> new ByteArrayOutputStream());
    o("BufferedReader", () -> new BufferedReader(new StringReader("a")));
    o("StringReader", () -> new StringReader("a"));
    o("StringWriter", () -> new StringWriter());
    o("PrintWriter", () -> new PrintWriter(new StringWriter()));
    o("System.out", () -> System.out);
    o("System.in", () -> System.in);
    o("CRC32", () -> { CRC32 c = new CRC32(); c.update(5); return c; });
    o("Deflater", () -> { Deflater d = new Deflater(); d.end(); return d; });
    o("ZipEntry", () -> new ZipEntry("a"));
    o("System.Logger", () -> System.getLogger("a"));
  }

  private static void security() throws Exception {
    byte[] key = new byte[16];
    o("SecretKeySpec", () -> new SecretKeySpec(key, "AES"));
    o("IvParameterSpec", () -> new IvParameterSpec(key));
    o("PublicKey", () -> KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(BigInteger.TWO.pow(1023).add(BigInteger.ONE), BigInteger.valueOf(65537))));
    o("SecureRandom", () -> new SecureRandom());
    o("MessageDigest", () -> MessageDigest.getInstance("SHA-256"));
    o("CodeSource", () -> new CodeSource(null, (CodeSigner[]) null));
    o("Permission", () -> new FilePermission("a", "read"));
    o("Provider", () -> MessageDigest.getInstance("SHA-256").getProvider());
  }

  private static void functions() throws Exception {
    o("Function.identity", () -> new Object[] {Function.identity()});
    o("Comparator.naturalOrder", () -> Comparator.naturalOrder());
    o("Comparator.comparing", () -> Comparator.nullsFirst(Comparator.<String>naturalOrder()));
    o("String.CASE_INSENSITIVE_ORDER", () -> String.CASE_INSENSITIVE_ORDER);
    o("Collector", () -> new Object[] {Collectors.toList()});
    o("Stream", () -> Stream.of("a"));
    o("Stream.Builder", () -> Stream.builder());
    o("MethodHandle", () -> java.lang.invoke.MethodHandles.constant(int.class, 1));
    o("MethodType", () -> java.lang.invoke.MethodType.methodType(int.class));
  }

  /** What is to be the same where {@code equals} doesn't say. */
  static String show(Object o) {
    if (o == null || o instanceof String || o instanceof Class<?>) return "" + o;
    if (o.getClass().isArray()) return IntStream.range(0, Array.getLength(o)).mapToObj(i -> show(Array.get(o, i))).collect(Collectors.joining(", ", "[", "]"));
    if (o instanceof Map<?, ?> map) return kind(o) + new TreeMap<>(map);
    if (o instanceof PriorityQueue<?> || o instanceof Set<?>) return kind(o) + ((Collection<?>) o).stream().map(JdkObjects::show).sorted().toList();
    if (o instanceof Iterable<?> all && !(o instanceof Path || o instanceof Throwable)) return kind(o) + StreamSupport.stream(all.spliterator(), false).map(JdkObjects::show).toList();
    if (o instanceof RandomGenerator) return kind(o);
    return kind(o) + (isNamed(o) ? o.toString() : "");
  }

  private static String kind(Object o) {
    return o.getClass().isHidden() ? "lambda" : o.getClass().getName();
  }

  private static boolean isNamed(Object o) {
    return !o.getClass().isHidden() && !o.toString().matches("(?s).*@[0-9a-f]+\\b.*");
  }
}
