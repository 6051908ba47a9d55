package dev.entourage.benchmarks;

import dev.entourage.RemoteCallable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What is encoded, by the names that {@code -p graph=…} takes.
 *
 * @since 0.1
 */
public enum MarshalGraphs {
  /** What a task usually captures: about 60 objects. */
  FUNCTION(500, () -> new StatefulFunction().root(), root -> root.getClass().getName()),
  /** A list of 10,000 plain objects, each with a nested one. */
  POJOS(2, () -> list(10_000, PojoList.Order::new), MarshalGraphs::tellPojos),
  /** A list of 10,000 records. */
  RECORDS(2, () -> list(10_000, MarshalGraphs::passage), Object::toString),
  /** A list of 1,000 lambdas of four sorts that capture a number and a text. */
  LAMBDAS(5, () -> list(1_000, MarshalGraphs::lambda), MarshalGraphs::tellLambdas),
  /** A map of 10,000 texts. */
  STRINGS(2, MarshalGraphs::texts, Object::toString),
  /** 16 MB of numbers in four arrays. */
  ARRAYS(1, MarshalGraphs::arrays, root -> Arrays.deepHashCode((Object[]) root));

  private final int batch;
  private final Supplier<Object> maker;
  private final Function<Object, Object> teller;

  MarshalGraphs(int batch, Supplier<Object> maker, Function<Object, Object> teller) {
    this.batch = batch;
    this.maker = maker;
    this.teller = teller;
  }

  /** Returns how many are coded at a time, so that the clock's own time doesn't count. */
  int batch() {
    return batch;
  }

  Object make() {
    return maker.get();
  }

  /** Says something by which a wrong copy shows. */
  Object tell(Object root) {
    return teller.apply(root);
  }

  private static List<Object> list(int size, IntFunction<Object> element) {
    return new ArrayList<>(IntStream.range(0, size).mapToObj(element).toList());
  }

  private static String tellPojos(Object root) {
    List<?> all = (List<?>) root;
    return all.size() + ((PojoList.Order) all.get(all.size() - 1)).tell();
  }

  private static Object passage(int i) {
    return new RecordMap.Passage("p" + i, "text " + i, i, i * 0.5);
  }

  private static Object lambda(int i) {
    String text = "t" + i;
    RemoteCallable<Object> made =
        switch (i % 4) {
          case 0 -> () -> text + i;
          case 1 -> () -> i + text;
          case 2 -> () -> text.length() + i;
          default -> () -> i;
        };
    return made;
  }

  private static Object tellLambdas(Object root) {
    StringBuilder text = new StringBuilder();
    try {
      for (Object each : (List<?>) root) {
        text.append(((RemoteCallable<?>) each).call());
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static Map<String, String> texts() {
    Map<String, String> made = new HashMap<>();
    IntStream.range(0, 10_000).forEach(i -> made.put("key " + i, "the text of key " + i));
    return made;
  }

  private static Object[] arrays() {
    int size = 4 << 20;
    int[] numbers = IntStream.range(0, size / Integer.BYTES).map(i -> i * 31).toArray();
    long[] longs =
        Arrays.stream(numbers).limit(size / Long.BYTES).mapToLong(i -> i * 31L).toArray();
    double[] doubles = Arrays.stream(longs).mapToDouble(i -> i / 7.0).toArray();
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 7);
    return new Object[] {numbers, longs, doubles, bytes};
  }
}
