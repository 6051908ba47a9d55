package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.RemoteCallable;
import dev.entourage.preparer.Tables.Laid;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.Steps;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What reads the table of a graph, over tables that somebody has changed. */
class TableFuzzTest {

  private static final NormalForm FORMS =
      NormalForms.over(TableFuzzTest.class.getClassLoader(), List.of(), List.of());

  private static final List<Laid> TABLES = tables();

  /** What a table may name that none of the samples does. */
  private static final List<String> NAMES =
      List.of(
          "java.lang.Thread",
          "java.lang.Object",
          "java.util.HashSet",
          "java.util.PriorityQueue",
          "java.lang.Integer",
          "java.lang.Class",
          "java.lang.Enum",
          "[[[I",
          "[Ljava.lang.String;",
          "int",
          "void",
          "no.such.Class",
          "",
          "2147483647");

  @Test
  void tablesAreReadOrRefused() {
    Fuzz.run(
        20_000,
        seed -> {
          Laid laid = damaged(new Random(seed));
          return new Fuzz.Input(size(laid), () -> read(laid));
        },
        300);
  }

  @Test
  void rowsThatShareAHeadAreRefusedBeforeAnyoneReadsItTwice() {
    int rows = 20_000;
    int[] all = new int[rows * Row.WIDTH];
    for (int row = 0; row < rows; row++) {
      all[row * Row.WIDTH] = Row.FORM;
    }
    long[] head = new long[1_000_002];
    head[0] = 1_000_000;
    assertThatThrownBy(
            () ->
                Tables.graph(
                    FORMS, new NodeTable(new String[] {"value"}, all, head, new byte[0][])))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("the sum of all lengths");
  }

  private static void read(Laid laid) {
    try {
      laid.graph(FORMS);
    } catch (EntourageException e) {
      assertThat(e.getMessage()).isNotBlank();
      if (e.getCause() instanceof StackOverflowError) {
        throw new Fuzz.EndlessException();
      }
    } catch (StackOverflowError e) {
      // A set whose hash has no end: the codec makes a clear error of it, as CodecTest shows.
      throw new Fuzz.EndlessException();
    }
  }

  private static Laid damaged(Random random) {
    Laid laid = TABLES.get(random.nextInt(TABLES.size()));
    NodeTable from = laid.table();
    NodeTable table =
        new NodeTable(
            from.texts().clone(),
            from.rows().clone(),
            from.values().clone(),
            Arrays.stream(from.blobs()).map(byte[]::clone).toArray(byte[][]::new),
            Steps.of(Tables.bytes(from.steps())));
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      change(table, random);
    }
    return laid.with(random.nextInt(8) > 0 ? table : shorter(table, random));
  }

  private static void change(NodeTable table, Random random) {
    if (StraightReader.isStraight(table) && random.nextInt(8) > 0) {
      changeSteps(table.steps().array(), random);
    } else {
      changeElement(table, random);
    }
  }

  private static void changeSteps(byte[] steps, Random random) {
    int at = random.nextInt(steps.length);
    switch (random.nextInt(4)) {
      case 0 -> steps[at] = steps[random.nextInt(steps.length)];
      case 1 -> steps[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 2 -> steps[at] = -1;
      default -> steps[at] = (byte) random.nextInt();
    }
  }

  private static void changeElement(NodeTable table, Random random) {
    int value = any(table.values().length, random);
    int text = any(table.texts().length, random);
    if (StraightReader.isStraight(table)) {
      if (table.texts().length > 0) {
        table.texts()[text] = NAMES.get(random.nextInt(NAMES.size()));
      }
      table.steps().array()[random.nextInt(Straight.HEADER)] = (byte) number(random);
      return;
    }
    int row = random.nextInt(table.rows().length);
    switch (random.nextInt(7)) {
      case 0 -> table.rows()[row] = table.rows()[random.nextInt(table.rows().length)];
      case 1 -> table.rows()[row] = number(random);
      case 2, 3 -> table.values()[value] = number(random);
      case 4 -> table.values()[value] = table.values()[random.nextInt(table.values().length)];
      case 5 -> table.texts()[text] = table.texts()[random.nextInt(table.texts().length)];
      default -> table.texts()[text] = NAMES.get(random.nextInt(NAMES.size()));
    }
  }

  private static int any(int length, Random random) {
    return length == 0 ? 0 : random.nextInt(length);
  }

  private static int number(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt();
      case 1 -> Integer.MAX_VALUE - random.nextInt(3);
      default -> random.nextInt(40) - 2;
    };
  }

  private static NodeTable shorter(NodeTable table, Random random) {
    return new NodeTable(
        Arrays.copyOf(table.texts(), random.nextInt(table.texts().length + 1)),
        table.rows(),
        Arrays.copyOf(table.values(), random.nextInt(table.values().length + 1)),
        Arrays.copyOf(table.blobs(), random.nextInt(table.blobs().length + 1)),
        new Steps(table.steps().array(), 0, random.nextInt(table.steps().size() + 1)));
  }

  private static long size(Laid laid) {
    NodeTable table = laid.table();
    long size = 4L * table.rows().length + 8L * (table.values().length + table.steps().size());
    for (ByteBuffer array : laid.longs()) {
      size += 8L * array.remaining();
    }
    for (byte[] blob : table.blobs()) {
      size += 8L * blob.length;
    }
    for (String text : table.texts()) {
      size += text == null ? 0 : text.length();
    }
    return size;
  }

  private static List<Laid> tables() {
    List<Laid> tables = new ArrayList<>();
    tables.add(Tables.of(FORMS, values()));
    for (int seed = 0; tables.size() < 40; seed++) {
      try {
        Object graph = RandomGraphsTest.graph(new Random(seed), 2 + seed % 30);
        tables.add(Tables.of(FORMS, new Object[] {graph}));
      } catch (dev.entourage.spi.RefusedException e) {
        // Some cycles can't be made again; there are enough others.
      }
    }
    return tables;
  }

  private static Object values() {
    Map<DayOfWeek, Object> days = new EnumMap<>(Map.of(DayOfWeek.MONDAY, "m"));
    RemoteCallable<Object> lambda = () -> days;
    return new Object[] {
      days,
      lambda,
      BitSet.valueOf(new long[] {5, 7}),
      new TreeMap<>(Map.of("k", List.of(1, 2L, 'c', 1.5, 2.5f, (byte) 1, (short) 2, true))),
      Collections.unmodifiableList(new ArrayList<>(List.of("a", "b"))),
      new HashMap<>(Map.of(new BigDecimal("1e300"), Instant.EPOCH)),
      Set.of(new StringBuilder("text"), int[].class),
      new IllegalStateException("message", new RuntimeException("cause")),
      new char[][] {{'a'}, {}},
      new double[] {1.5},
      new RandomGraphsTest.Pair(1, Optional.of("x")),
      Arrays.asList("a", 1),
      new AtomicReference<>(Locale.GERMANY),
      Pattern.compile("a+")
    };
  }
}
