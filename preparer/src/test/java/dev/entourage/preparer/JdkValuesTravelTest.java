package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.PreparationException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** C24: values of the JDK that its own serialization leaves out. */
class JdkValuesTravelTest {

  private static final ZonedDateTime TIME =
      ZonedDateTime.of(2024, 2, 29, 13, 5, 6, 789_000_000, ZoneId.of("Europe/Paris"));

  static Stream<DateTimeFormatter> formatters() {
    return Stream.of(
        DateTimeFormatter.ISO_DATE,
        DateTimeFormatter.ISO_INSTANT,
        DateTimeFormatter.RFC_1123_DATE_TIME,
        DateTimeFormatter.ISO_WEEK_DATE,
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.GERMANY),
        DateTimeFormatter.ofPattern("EEEE d. MMMM uuuu, VV zzzz xxx", Locale.FRANCE),
        DateTimeFormatter.ofPattern("e w W Y", Locale.US),
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(Locale.UK),
        DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneId.of("Asia/Tokyo")),
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendText(ChronoField.DAY_OF_WEEK, Map.of(4L, "thu"))
            .appendLiteral(' ')
            .appendZoneText(TextStyle.SHORT)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("formatters")
  void formatsAsBefore(DateTimeFormatter formatter) {
    String expected = formatter.format(TIME);
    Object parsed = formatter.parse(expected).toString();
    DateTimeFormatter copy = Travel.copy(formatter);
    assertThat(copy).isNotSameAs(formatter).hasToString(formatter.toString());
    assertThat(copy.format(TIME)).isEqualTo(expected);
    assertThat(copy.parse(expected)).hasToString(parsed.toString());
    assertThat(copy.getZone()).isEqualTo(formatter.getZone());
    assertThat(copy.getChronology()).isEqualTo(formatter.getChronology());
  }

  @Test
  void parsesDatesWithACopiedFormatter() {
    DateTimeFormatter copy = Travel.copy(DateTimeFormatter.ofPattern("d/M/yyyy"));
    assertThat(LocalDate.parse("3/4/2020", copy)).isEqualTo(LocalDate.of(2020, 4, 3));
  }

  static Stream<Object> plain() {
    return Stream.of(
        HexFormat.ofDelimiter(":").withUpperCase(),
        FileTime.from(5, TimeUnit.MINUTES),
        FileTime.from(Instant.parse("2020-01-01T00:00:00.000000001Z")),
        Locale.LanguageRange.parse("de,en;q=0.5"));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void equalsItsCopy(Object value) {
    assertThat(Travel.copy(value)).isEqualTo(value).hasToString(value.toString());
  }

  @Test
  void goesOnWhereItWas() throws IOException {
    SplittableRandom split = new SplittableRandom(4);
    RandomGenerator generator = RandomGenerator.of("L64X128MixRandom");
    CRC32 crc = new CRC32();
    crc.update(7);
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[] {1, 2, 3});
    in.read();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(9);
    StringWriter writer = new StringWriter();
    writer.write("text");
    StringJoiner joiner = new StringJoiner(",", "<", ">").add("a");
    List<Object> copies = Travel.copy(List.of(split, generator, crc, in, out, writer, joiner));
    assertThat(((SplittableRandom) copies.get(0)).nextLong()).isEqualTo(split.nextLong());
    assertThat(((RandomGenerator) copies.get(1)).nextLong()).isEqualTo(generator.nextLong());
    assertThat(((CRC32) copies.get(2)).getValue()).isEqualTo(crc.getValue());
    assertThat(((ByteArrayInputStream) copies.get(3)).readAllBytes()).containsExactly(2, 3);
    assertThat(in.available()).as("the original").isEqualTo(2);
    assertThat(((ByteArrayOutputStream) copies.get(4)).toByteArray()).containsExactly(9);
    assertThat(copies.get(5)).hasToString("text");
    ((StringWriter) copies.get(5)).write("more");
    assertThat(((StringJoiner) copies.get(6)).add("b")).hasToString("<a,b>");
  }

  @Test
  void encodesBase64AsBefore() {
    byte[] bytes = {-1, 0, 62, 63, 5};
    for (Base64.Encoder encoder :
        List.of(
            Base64.getEncoder(),
            Base64.getUrlEncoder().withoutPadding(),
            Base64.getMimeEncoder(4, new byte[] {'\n'}))) {
      assertThat(Travel.copy(encoder).encode(bytes)).isEqualTo(encoder.encode(bytes));
    }
    assertThat(Travel.copy(Base64.getMimeDecoder()).decode("/w\r\nA=")).containsExactly(-1, 0);
  }

  @Test
  void refusesFieldsThatAnotherJavaWrote() {
    JdkFieldsKind kind = new JdkFieldsKind();
    Form form = kind.form(HexFormat.of());
    String[] other = {form.head()[0], "21.0.1+1"};
    assertThatThrownBy(() -> kind.shell(other, getClass().getClassLoader()))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("java.util.HexFormat")
        .hasMessageContaining("21.0.1+1")
        .hasMessageContaining(Runtime.version().toString());
  }

  @Test
  void makesNoOtherClassOfTheJdk() {
    String[] head = {"java.lang.Thread", Runtime.version().toString()};
    assertThatThrownBy(() -> new JdkFieldsKind().shell(head, getClass().getClassLoader()))
        .isInstanceOf(MarshallingException.class);
  }

  static Stream<Map<String, Integer>> maps() {
    List<Map<String, Integer>> maps =
        List.of(
            new HashMap<>(),
            new LinkedHashMap<>(),
            new TreeMap<>(),
            new IdentityHashMap<>(),
            new ConcurrentHashMap<>(),
            new Hashtable<>(),
            new ConcurrentSkipListMap<>());
    maps.forEach(map -> map.putAll(Map.of("b", 2, "a", 1)));
    return maps.stream();
  }

  @ParameterizedTest
  @MethodSource("maps")
  void keepsViewsOfMaps(Map<String, Integer> map) {
    for (Collection<?> view : List.of(map.keySet(), map.values(), map.entrySet())) {
      List<Object> copies = Travel.copy(new ArrayList<>(List.of(view, map, view)));
      Collection<?> copy = (Collection<?>) copies.get(0);
      Map<?, ?> owner = (Map<?, ?>) copies.get(1);
      assertThat(copies.get(2)).isSameAs(copy);
      assertThat(copy.getClass()).isEqualTo(view.getClass());
      assertThat(copy.stream().map(Object::toString).sorted().toList())
          .isEqualTo(view.stream().map(Object::toString).sorted().toList());
      owner.clear();
      assertThat(copy).as("a view of its map").isEmpty();
    }
  }

  @Test
  void keepsViewsOfPartsOfMaps() {
    TreeMap<Integer, String> map = new TreeMap<>(Map.of(1, "a", 2, "b", 3, "c"));
    assertThat(Travel.copy(map.headMap(3).keySet())).containsExactly(1, 2);
    assertThat(Travel.copy(map.descendingMap().values())).containsExactly("c", "b", "a");
    EnumMap<TimeUnit, Integer> units = new EnumMap<>(Map.of(TimeUnit.DAYS, 1));
    assertThat(Travel.copy(units.keySet())).containsExactly(TimeUnit.DAYS);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void takesEntriesOutOfTheirMaps(Map<String, Integer> map) {
    for (Map.Entry<String, Integer> entry : map.entrySet()) {
      assertThat(Travel.copy(entry).getKey()).isEqualTo(entry.getKey());
      assertThat(Travel.copy(entry).getValue()).isEqualTo(entry.getValue());
    }
  }

  @Test
  void keepsBuffersOverTheirArray() {
    byte[] array = {1, 2, 3, 4, 5, 6, 7, 8};
    ByteBuffer window =
        ByteBuffer.wrap(array, 1, 6).slice().order(ByteOrder.LITTLE_ENDIAN).position(1).limit(5);
    ByteBuffer whole = ByteBuffer.wrap(array);
    List<Object> copies = Travel.copy(new ArrayList<>(List.of(window, whole, array)));
    ByteBuffer copy = (ByteBuffer) copies.get(0);
    assertThat(copy).isEqualTo(window).hasToString(window.toString());
    assertThat(copy.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    copy.put(1, (byte) 99);
    assertThat(((byte[]) copies.get(2))[2]).isEqualTo((byte) 99);
    assertThat(((ByteBuffer) copies.get(1)).array()).isSameAs(copies.get(2));
    assertThat(Travel.copy(whole.asReadOnlyBuffer())).isEqualTo(whole);
    assertThat(Travel.copy(whole.asReadOnlyBuffer()).isReadOnly()).isTrue();
    assertThat(Travel.copy(CharBuffer.wrap(new char[] {'a'})).toString()).isEqualTo("a");
    assertThat(Travel.copy(IntBuffer.allocate(3).put(4))).isEqualTo(IntBuffer.allocate(3).put(4));
    assertThat(Travel.copy(FloatBuffer.wrap(new float[] {2f}).asReadOnlyBuffer()).get())
        .isEqualTo(2f);
  }

  @Test
  void startsThreadLocalsAnew() {
    ThreadLocal<String> initial = ThreadLocal.withInitial(() -> "initial");
    initial.set("of this thread");
    assertThat(Travel.copy(initial).get()).isEqualTo("initial");
    assertThat(Travel.copy(new ThreadLocal<>()).get()).isNull();
  }

  @Test
  void refusesThreadLocalsOfUnknownClasses() {
    assertThatThrownBy(() -> Travel.copy(new InheritableThreadLocal<>()))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("withInitial");
  }

  @Test
  void takesTheConstantsOfTheOtherJvm() {
    assertThat(Travel.copy(System.out)).isSameAs(System.out);
    assertThat(Travel.copy(System.err)).isSameAs(System.err);
    assertThat(Travel.copy(Runtime.getRuntime())).isSameAs(Runtime.getRuntime());
    System.Logger logger = System.getLogger("some.name");
    assertThat(Travel.copy(logger).getName()).isEqualTo("some.name");
    assertThatThrownBy(() -> Travel.copy(new PrintStream(new ByteArrayOutputStream())))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("open streams belong to their JVM");
  }

  @Test
  void takesTheInputOfTheOtherJvmWhateverItsClass() {
    ConstantKind kind = new ConstantKind();
    InputStream own = System.in;
    try {
      System.setIn(new BufferedInputStream(InputStream.nullInputStream()));
      Form form = kind.form(System.in);
      System.setIn(InputStream.nullInputStream());
      assertThat(kind.rebuild(form, null, null)).isSameAs(System.in);
    } finally {
      System.setIn(own);
    }
  }

  @Test
  void givesAwayNoOtherFieldOfTheSystem() {
    Form form = new Form("constant", new String[] {"java.lang.System", "props"}, new Object[0]);
    assertThatThrownBy(() -> new ConstantKind().rebuild(form, null, null))
        .isInstanceOf(MarshallingException.class);
  }

  @Test
  void takesKeysAndSourcesOfRandomness() throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
    assertThat(Travel.copy(keys).getPublic()).isEqualTo(keys.getPublic());
    assertThat(Travel.copy(keys.getPrivate())).isEqualTo(keys.getPrivate());
    SecureRandom random = new SecureRandom();
    assertThat(Travel.copy(random).getAlgorithm()).isEqualTo(random.getAlgorithm());
  }
}
