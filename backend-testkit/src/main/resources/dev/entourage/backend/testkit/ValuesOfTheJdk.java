package cases;

import java.io.File;
import java.math.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.*;
import java.util.*;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.*;
import java.util.regex.Pattern;

class ValuesOfTheJdk {
  static Object[] roots() {
    return new Object[] {
      LocalDate.of(2026, 11, 22), LocalTime.MIDNIGHT, LocalDateTime.MIN, Instant.MAX, Duration.ofMillis(-3), Period.ofDays(3),
      ZonedDateTime.of(LocalDateTime.of(2026, 10, 25, 2, 30), ZoneId.of("Europe/Berlin")), OffsetDateTime.MAX, ZoneId.of("UTC"), ZoneOffset.ofHours(2), Year.of(-12345), YearMonth.of(2026, 2), MonthDay.of(2, 29), DayOfWeek.MONDAY,
      UUID.fromString("00000000-0000-0001-0000-000000000002"), new BigDecimal("1.50"), new BigInteger("-12345678901234567890"), URI.create("a:b?c#d"), Pattern.compile("a+b", Pattern.CASE_INSENSITIVE),
      Locale.GERMANY, Locale.forLanguageTag("sr-Latn-RS-x-lvariant"), new AtomicInteger(5), new AtomicLong(6), new AtomicBoolean(true), new AtomicReference<>("r"), new File("a/b"), Path.of("c/d"),
      StandardCharsets.UTF_8, Currency.getInstance("EUR"), new StringBuilder("sb"), new StringBuffer("sf"), new Date(5), TimeUnit.DAYS, String[].class, int.class, ValuesOfTheJdk.class, new Random(7), new Object[] {1, 1L, 'c', (byte) 1, (short) 1, 1f, 1d, true, "s"},
      Optional.of("o"), OptionalLong.of(4), new BitSet()
    };
  }

  static String show(Object root) {
    String text = root.getClass().getName();
    if (root instanceof Random) return text;
    if (root instanceof Pattern p) return text + p + p.flags() + p.matcher("AAB").matches();
    if (root instanceof Object[] all) {
      for (Object each : all) text += each.getClass().getSimpleName() + each;
      return text;
    }
    return text + root;
  }
}
