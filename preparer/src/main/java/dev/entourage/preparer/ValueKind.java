package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Values of the JDK whose text says all about them. */
final class ValueKind implements FormKind {

  private static final Object[] NONE = {};

  private static final Map<Class<?>, Function<String, Object>> READERS =
      Map.ofEntries(
          Map.entry(BigInteger.class, BigInteger::new),
          Map.entry(BigDecimal.class, BigDecimal::new),
          Map.entry(UUID.class, UUID::fromString),
          Map.entry(URI.class, URI::create),
          Map.entry(File.class, File::new),
          Map.entry(Path.class, Path::of),
          Map.entry(Charset.class, Charset::forName),
          Map.entry(Duration.class, Duration::parse),
          Map.entry(Instant.class, Instant::parse),
          Map.entry(LocalDate.class, LocalDate::parse),
          Map.entry(LocalTime.class, LocalTime::parse),
          Map.entry(LocalDateTime.class, LocalDateTime::parse),
          Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
          Map.entry(OffsetTime.class, OffsetTime::parse),
          Map.entry(Period.class, Period::parse),
          Map.entry(Year.class, text -> Year.of(Integer.parseInt(text))),
          Map.entry(YearMonth.class, YearMonth::parse),
          Map.entry(MonthDay.class, MonthDay::parse),
          Map.entry(ZoneOffset.class, ZoneOffset::of));

  private static final Map<String, Function<String, Object>> BY_NAME =
      READERS.entrySet().stream()
          .collect(
              java.util.stream.Collectors.toMap(e -> e.getKey().getName(), Map.Entry::getValue));

  @Override
  public String kind() {
    return "value";
  }

  @Override
  public boolean takes(Class<?> type) {
    return READERS.containsKey(base(type));
  }

  /** Paths and charsets are known by their base class; only those of the JDK can be found again. */
  private static Class<?> base(Class<?> type) {
    if (Charset.class.isAssignableFrom(type) && ClassNames.isJdk(type)) {
      return Charset.class;
    }
    return type == defaultPath() ? Path.class : type;
  }

  private static Class<?> defaultPath() {
    return FileSystems.getDefault().getPath("").getClass();
  }

  @Override
  public Form form(Object value) {
    return new Form(
        kind(), new String[] {base(value.getClass()).getName(), value.toString()}, NONE);
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Function<String, Object> reader = BY_NAME.get(Heads.text(form, 0));
    if (reader == null) {
      throw Heads.damaged(kind());
    }
    try {
      return reader.apply(Heads.text(form, 1));
    } catch (RuntimeException e) {
      throw new MarshallingException("The bytes are damaged: " + e.getMessage(), e);
    }
  }
}
