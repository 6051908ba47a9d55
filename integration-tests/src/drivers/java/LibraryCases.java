import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.HashBiMap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableBiMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.MapMaker;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Ordering;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.TreeMultimap;
import com.google.common.collect.TreeRangeMap;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.MutableGraph;
import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.util.concurrent.AtomicLongMap;
import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import dev.entourage.Workers;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.OpenMapRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * Five real libraries, used inside lambdas, captured and returned. What comes back equals what the
 * driver computes.
 */
public class LibraryCases {

  public static void main(String[] args) {
    boolean inherit = Boolean.getBoolean("inherit");
    Cases.run(LibraryCases.class, pool -> pool.inheritClassPath(inherit), args);
  }

  /** Computes here and on a worker. */
  private static <R> void sameHereAndThere(Workers workers, RemoteCallable<R> task)
      throws Exception {
    Cases.same(task.call(), Cases.on(workers, task));
  }

  // Jackson

  enum Level {
    LOW,
    HIGH
  }

  record Reading(@JsonProperty("at") String place, double value, List<Level> levels) {}

  static final class Sensor {
    public String name;
    public Map<String, Reading> readings = new TreeMap<>();
    private int serial;

    public int getSerialNumber() {
      return serial;
    }

    public void setSerialNumber(int serial) {
      this.serial = serial;
    }
  }

  static final class ComplexSerializer extends StdSerializer<Complex> {
    private final String unit;

    ComplexSerializer(String unit) {
      super(Complex.class);
      this.unit = unit;
    }

    @Override
    public void serialize(Complex value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.getReal() + "+" + value.getImaginary() + unit);
    }
  }

  private static final String JSON =
      "{\"name\":\"s1\",\"serialNumber\":7,\"readings\":{\"a\":{\"at\":\"roof\",\"value\":1.5,"
          + "\"levels\":[\"LOW\",\"HIGH\"]}},\"unknown\":[1,2,{\"x\":null}]}";

  private static ObjectMapper configured() {
    return new ObjectMapper()
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .registerModule(
            new SimpleModule("numbers").addSerializer(Complex.class, new ComplexSerializer("i")));
  }

  private static String snake(String json) {
    return json.replace("serialNumber", "serial_number");
  }

  static void jacksonBindsClassesOfTheScript(Workers workers) throws Exception {
    sameHereAndThere(
        workers,
        () -> {
          ObjectMapper mapper = configured();
          Sensor sensor = mapper.readValue(snake(JSON), Sensor.class);
          return mapper.writeValueAsString(sensor) + sensor.readings.get("a").levels();
        });
  }

  /** A mapper and its factory refer to each other, and the factory makes itself anew when read. */
  static void jacksonMappersAreCaptured(Workers workers) throws Exception {
    ObjectMapper mapper = configured();
    String json = snake(JSON);
    String before = mapper.writeValueAsString(mapper.readValue(json, Sensor.class));
    Cases.same(
        before,
        Cases.on(workers, () -> mapper.writeValueAsString(mapper.readValue(json, Sensor.class))));
    ObjectWriter writer = mapper.writerWithDefaultPrettyPrinter();
    ObjectReader reader = mapper.readerFor(Sensor.class);
    Object sensor = reader.readValue(json);
    Cases.same(
        writer.writeValueAsString(sensor),
        Cases.on(workers, () -> writer.writeValueAsString(reader.readValue(json))));
    JsonFactory factory = new ObjectMapper().getFactory();
    Cases.check(
        Cases.on(workers, () -> ((ObjectMapper) factory.getCodec()).getFactory() == factory),
        "a mapper has another factory");
    Cases.same(before, mapper.writeValueAsString(mapper.readValue(json, Sensor.class)));
  }

  /** One for each worker. */
  private static final class Json {
    static final ObjectMapper MAPPER = configured();
  }

  static void jacksonMapperIsMadeOnceAWorker(Workers workers) throws Exception {
    String json = "[{\"at\":\"x\",\"value\":2,\"levels\":[]}]";
    sameHereAndThere(
        workers,
        () -> {
          List<Reading> all = Json.MAPPER.readValue(json, new TypeReference<List<Reading>>() {});
          return Json.MAPPER.writeValueAsString(all);
        });
  }

  static void jacksonTreesTravelBothWays(Workers workers) throws Exception {
    JsonNode tree = new ObjectMapper().readTree(JSON);
    JsonNode home =
        Cases.on(workers, () -> ((ObjectNode) tree).deepCopy().put("more", 1.5).remove("name"));
    Cases.same(tree.get("name"), home);
    Cases.same(tree, Cases.on(workers, () -> tree));
    Cases.check(!tree.has("more"), "the original was changed");
  }

  // Guava

  static void guavaComputes(Workers workers) throws Exception {
    sameHereAndThere(
        workers,
        () ->
            Joiner.on('|')
                    .withKeyValueSeparator("=")
                    .join(
                        Maps.transformValues(
                            Splitter.on(',')
                                .trimResults()
                                .withKeyValueSeparator(':')
                                .split("a:1, b:2"),
                            v -> v + "!"))
                + Lists.partition(List.of(1, 2, 3, 4, 5), 2)
                + Hashing.sha256().hashString("text", StandardCharsets.UTF_8)
                + Hashing.murmur3_128().hashInt(5)
                + Multimaps.index(List.of("a", "bb", "cc"), String::length)
                + CharMatcher.inRange('a', 'f').retainFrom("feedback")
                + Ordering.natural().reverse().sortedCopy(List.of(1, 3, 2)));
  }

  static void guavaImmutablesTravelBothWays(Workers workers) throws Exception {
    List<Object> all =
        List.of(
            ImmutableList.of(),
            ImmutableList.of("a"),
            ImmutableList.of("a", "b", Level.LOW),
            ImmutableSet.of(),
            ImmutableSet.of(1),
            ImmutableSet.of(Level.HIGH, 2, "c"),
            ImmutableSet.copyOf(Level.values()),
            ImmutableMap.of(),
            ImmutableMap.of("k", Level.HIGH),
            ImmutableMap.of("k", 1, Level.LOW, 2),
            ImmutableMap.copyOf(Map.of(Level.LOW, 1, Level.HIGH, 2)),
            ImmutableBiMap.of("a", 1, "b", 2),
            ImmutableSortedMap.of("b", 1, "a", 2),
            ImmutableListMultimap.of("a", 1, "a", 2, "b", 3),
            ImmutableTable.of(1, 2, Level.LOW),
            ImmutableTable.builder().put(1, "a", Level.LOW).put(2, "b", Level.HIGH).build(),
            ImmutableList.of(1, 2, 3, 4));
    for (Object each : all) {
      Object home = Cases.on(workers, () -> each);
      Cases.same(each, home);
      Cases.same(each.toString(), home.toString());
      Cases.same(each.getClass(), home.getClass());
      Cases.same(each.hashCode(), home.hashCode());
    }
    // Guava itself replaces its views when it serializes them.
    Cases.same(List.of(2, 3), Cases.on(workers, () -> ImmutableList.of(1, 2, 3).subList(1, 3)));
    Cases.same(List.of(2, 1), Cases.on(workers, () -> ImmutableList.of(1, 2).reverse()));
  }

  static void guavaImmutablesOfTheWorkerComeHome(Workers workers) throws Exception {
    sameHereAndThere(
        workers,
        () ->
            ImmutableMap.of(
                new Reading("x", 1, List.of(Level.LOW)),
                ImmutableTable.of("r", "c", ImmutableSet.of(Level.HIGH))));
  }

  static void guavaImmutablesStayOneObject(Workers workers) throws Exception {
    ImmutableList<Object> shared = ImmutableList.of(new ArrayList<>(List.of(1)));
    ImmutableMap<String, Object> map =
        ImmutableMap.of("a", shared, "b", shared, "c", shared.get(0));
    Cases.check(
        Cases.on(workers, () -> map.get("a") == map.get("b") && shared.get(0) == map.get("c")),
        "a shared list became two");
    Cases.check(
        Cases.on(workers, () -> ImmutableMap.of() == (Object) ImmutableMap.copyOf(Map.of())),
        "the empty map is two");
  }

  static void guavaMutablesTravelBothWays(Workers workers) throws Exception {
    ArrayListMultimap<String, Level> multimap = ArrayListMultimap.create();
    multimap.put("a", Level.LOW);
    multimap.put("a", Level.HIGH);
    LinkedHashMultimap<Object, Object> linked = LinkedHashMultimap.create();
    linked.put(Level.HIGH, 1);
    linked.put("k", 2);
    TreeMultimap<String, Integer> tree = TreeMultimap.create();
    tree.put("z", 2);
    tree.put("a", 1);
    HashBiMap<String, Reading> bimap = HashBiMap.create();
    bimap.put("r", new Reading("p", 2, List.of()));
    HashMultiset<Object> multiset = HashMultiset.create(List.of("a", "a", "b"));
    HashBasedTable<String, Integer, Level> table = HashBasedTable.create();
    table.put("r", 1, Level.HIGH);
    RangeMap<Integer, String> ranges = TreeRangeMap.create();
    ranges.put(Range.closedOpen(1, 5), "low");
    AtomicLongMap<String> counts = AtomicLongMap.create();
    counts.addAndGet("a", 5);
    for (Object each :
        List.of(multimap, linked, tree, bimap, multiset, table, Range.atLeast(5), ranges)) {
      Object home = Cases.on(workers, () -> each);
      Cases.same(each, home);
      Cases.same(each.toString(), home.toString());
      Cases.same(each.getClass(), home.getClass());
    }
    Cases.same(
        "{a=6}", Cases.on(workers, () -> counts.incrementAndGet("a") > 0 ? counts + "" : ""));
    Cases.same("r", Cases.on(workers, () -> bimap.inverse().get(new Reading("p", 2, List.of()))));
    Cases.same("low", Cases.on(workers, () -> ranges.get(3)));
  }

  static void guavaHelpersAreCaptured(Workers workers) throws Exception {
    Splitter splitter = Splitter.on(CharMatcher.anyOf(",;")).trimResults().omitEmptyStrings();
    Joiner joiner = Joiner.on("-").skipNulls();
    HashFunction hash = Hashing.murmur3_32_fixed(5);
    Ordering<String> ordering =
        Ordering.natural().onResultOf(String::length).compound(Ordering.natural());
    BloomFilter<Integer> filter = BloomFilter.create(Funnels.integerFunnel(), 100);
    filter.put(7);
    sameHereAndThere(
        workers,
        () ->
            joiner.join(splitter.split("a, b;;c"))
                + hash.hashInt(1)
                + ordering.sortedCopy(List.of("ccc", "b", "a"))
                + filter.mightContain(7)
                + filter.mightContain(8));
  }

  static void guavaCachesTravel(Workers workers) throws Exception {
    Supplier<List<String>> memo = Suppliers.memoize(() -> List.of("made"));
    sameHereAndThere(workers, () -> memo.get());
    LoadingCache<String, Integer> cache =
        CacheBuilder.newBuilder().maximumSize(10).build(CacheLoader.from(String::length));
    cache.getUnchecked("four");
    Cases.same(7, Cases.on(workers, () -> cache.getUnchecked("four") + cache.getUnchecked("xyz")));
    Map<String, Integer> weak = new MapMaker().weakValues().makeMap();
    weak.put("a", 1);
    // Guava compares its values by identity, so it never equals another map when it was serialized.
    Cases.same(Map.of("a", 1), Cases.on(workers, () -> weak));
  }

  /** Guava marks both ends of an edge with plain objects, which are known by identity. */
  static void guavaGraphsTravelBothWays(Workers workers) throws Exception {
    MutableGraph<String> graph = GraphBuilder.directed().build();
    graph.putEdge("a", "b");
    graph.putEdge("b", "c");
    graph.putEdge("c", "b");
    sameHereAndThere(workers, () -> graph.edges() + " " + graph.predecessors("b"));
    MutableGraph<String> home = Cases.on(workers, () -> graph);
    Cases.same(graph.edges(), home.edges());
    Cases.check(!home.hasEdgeConnecting("b", "a"), "an edge goes both ways");
    home.removeEdge("c", "b");
    Cases.same(2, home.edges().size());
  }

  // Commons Math

  /** A class of the script that the library calls back. */
  record Point(double x, double y) implements Clusterable {
    @Override
    public double[] getPoint() {
      return new double[] {x, y};
    }
  }

  static void mathComputes(Workers workers) throws Exception {
    sameHereAndThere(
        workers,
        () -> {
          RealMatrix matrix = MatrixUtils.createRealMatrix(new double[][] {{2, 1}, {1, 3}});
          double integral = new SimpsonIntegrator().integrate(1000, x -> x * Math.sin(x), 0, 1);
          Complex[] waves =
              new FastFourierTransformer(DftNormalization.STANDARD)
                  .transform(new double[] {1, 2, 3, 4}, TransformType.FORWARD);
          return new LUDecomposition(matrix).getSolver().getInverse()
              + "|"
              + integral
              + Arrays.toString(waves)
              + new NormalDistribution(1, 2).cumulativeProbability(1.5)
              + new BigFraction(1, 3).add(1);
        });
  }

  static void mathClustersPointsOfTheScript(Workers workers) throws Exception {
    List<Point> points =
        List.of(new Point(0, 0), new Point(0, 1), new Point(9, 9), new Point(9, 8));
    sameHereAndThere(
        workers,
        () ->
            new KMeansPlusPlusClusterer<Point>(
                    2, 100, new EuclideanDistance(), new MersenneTwister(3))
                .cluster(points).stream().map(c -> c.getPoints()).toList());
  }

  static void mathObjectsTravelBothWays(Workers workers) throws Exception {
    List<Object> all =
        List.of(
            new Array2DRowRealMatrix(new double[][] {{1, 2}, {3, 4}}),
            MatrixUtils.createRealIdentityMatrix(70),
            new OpenMapRealMatrix(5, 5).add(new OpenMapRealMatrix(5, 5)),
            MatrixUtils.createRealVector(new double[] {1, 2}),
            new PolynomialFunction(new double[] {1, 0, 2}),
            new Complex(1, -1),
            new BigFraction(7, 3));
    for (Object each : all) {
      Object home = Cases.on(workers, () -> each);
      Cases.same(each, home);
      Cases.same(each.getClass(), home.getClass());
    }
  }

  static void mathStateIsCaptured(Workers workers) throws Exception {
    DescriptiveStatistics statistics = new DescriptiveStatistics(new double[] {1, 2, 9});
    SummaryStatistics summary = new SummaryStatistics();
    summary.addValue(4);
    SimpleRegression regression = new SimpleRegression();
    regression.addData(new double[][] {{1, 1}, {2, 3}, {3, 4}});
    PolynomialSplineFunction spline =
        new SplineInterpolator().interpolate(new double[] {0, 1, 2}, new double[] {1, 0, 3});
    UnivariateFunction slope = spline.derivative();
    NormalDistribution normal = new NormalDistribution(new MersenneTwister(5), 0, 1);
    NormalDistribution twin = new NormalDistribution(new MersenneTwister(5), 0, 1);
    Cases.same(
        Arrays.toString(twin.sample(3)),
        Cases.on(workers, () -> Arrays.toString(normal.sample(3))));
    sameHereAndThere(
        workers,
        () ->
            statistics.getPercentile(50)
                + summary.getMean()
                + regression.predict(5)
                + slope.value(1.5)
                + " "
                + statistics);
  }

  // jsoup

  private static final String HTML =
      "<html><head><title>T</title></head><body><div class=a><p>One <b>two</b> &amp; three"
          + "<a href='/x'>link</a></div><script>bad()</script></body></html>";

  static void jsoupParsesAndSelects(Workers workers) throws Exception {
    sameHereAndThere(
        workers,
        () -> {
          Document document = Jsoup.parse(HTML, "https://example.org/");
          return document.select("div.a > p b, a[href]").eachText()
              + document.selectFirst("a").absUrl("href")
              + Jsoup.clean(HTML, Safelist.basic());
        });
  }

  static void jsoupDocumentsTravelBothWays(Workers workers) throws Exception {
    Document document = Jsoup.parse(HTML, "https://example.org/");
    String before = document.outerHtml();
    Document home =
        Cases.on(
            workers,
            () -> {
              document.selectFirst("b").text("changed");
              return document;
            });
    Cases.same(before, document.outerHtml());
    Cases.same(before.replace("two", "changed"), home.outerHtml());
    Element link = document.selectFirst("a");
    Element other = Cases.on(workers, () -> link);
    Cases.same("https://example.org/x", other.absUrl("href"));
    Cases.check(other.ownerDocument().selectFirst("a") == other, "an element lost its document");
  }

  // Commons CSV

  private static final String CSV = "name;size\n\"a;b\";1\nc;2\n";

  private static CSVFormat format() {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(';')
        .setHeader()
        .setSkipHeaderRecord(true)
        .get();
  }

  static void csvParsesAndPrints(Workers workers) throws Exception {
    CSVFormat format = format();
    sameHereAndThere(
        workers,
        () -> {
          StringWriter text = new StringWriter();
          try (CSVParser parser = CSVParser.parse(new StringReader(CSV), format);
              CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            for (CSVRecord record : parser) {
              printer.printRecord(record.get("name"), record.get("size"), record.toMap());
            }
          }
          return text.toString();
        });
  }

  static void csvRecordsTravelBothWays(Workers workers) throws Exception {
    try (CSVParser parser = CSVParser.parse(CSV, format())) {
      List<CSVRecord> records = parser.getRecords();
      Cases.same("a;b", Cases.on(workers, () -> records.get(0).get(0)));
    }
    List<CSVRecord> home =
        Cases.on(
            workers,
            () -> {
              try (CSVParser parser = CSVParser.parse(CSV, format())) {
                return parser.getRecords();
              }
            });
    Cases.same(List.of("c", "2"), home.get(1).toList());
    Cases.same(2L, home.get(1).getRecordNumber());
  }

  static void refusesAnOpenParser(Workers workers) throws Exception {
    CSVParser parser =
        CSVParser.parse(java.nio.file.Path.of("/dev/null"), StandardCharsets.UTF_8, format());
    PreparationException refusal =
        Cases.thrown(
            PreparationException.class, () -> Cases.on(workers, () -> parser.getRecordNumber()));
    Cases.check(refusal.path().contains("captured value 1 → lexer → reader"), refusal.path());
  }
}
