package dev.entourage.preparer;

import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.LongSummaryStatistics;
import java.util.Set;

/** The summaries that streams make: count, least, greatest, sum. */
final class StatisticsKind implements FormKind {

  private static final Set<Class<?>> TYPES =
      Set.of(
          IntSummaryStatistics.class, LongSummaryStatistics.class, DoubleSummaryStatistics.class);

  @Override
  public String kind() {
    return "statistics";
  }

  @Override
  public boolean takes(Class<?> type) {
    return TYPES.contains(type);
  }

  @Override
  public Form form(Object value) {
    return new Form(kind(), new String[] {value.getClass().getSimpleName()}, parts(value));
  }

  private static Object[] parts(Object value) {
    if (value instanceof IntSummaryStatistics i) {
      return new Object[] {i.getCount(), i.getMin(), i.getMax(), i.getSum()};
    }
    if (value instanceof LongSummaryStatistics l) {
      return new Object[] {l.getCount(), l.getMin(), l.getMax(), l.getSum()};
    }
    DoubleSummaryStatistics d = (DoubleSummaryStatistics) value;
    return new Object[] {d.getCount(), d.getMin(), d.getMax(), d.getSum()};
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    long count = Heads.part(form, 0, Long.class);
    return switch (Heads.text(form, 0)) {
      case "IntSummaryStatistics" ->
          new IntSummaryStatistics(
              count,
              Heads.part(form, 1, Integer.class),
              Heads.part(form, 2, Integer.class),
              Heads.part(form, 3, Long.class));
      case "LongSummaryStatistics" ->
          new LongSummaryStatistics(
              count,
              Heads.part(form, 1, Long.class),
              Heads.part(form, 2, Long.class),
              Heads.part(form, 3, Long.class));
      case "DoubleSummaryStatistics" ->
          new DoubleSummaryStatistics(
              count,
              Heads.part(form, 1, Double.class),
              Heads.part(form, 2, Double.class),
              Heads.part(form, 3, Double.class));
      default -> throw Heads.damaged(kind());
    };
  }
}
