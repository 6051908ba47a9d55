package dev.entourage.backend.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.PreparationException;
import dev.entourage.preparer.Codec;
import dev.entourage.preparer.NormalForms;
import dev.entourage.spi.NormalForm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Some 300 objects of the JDK: each arrives equal, or is refused with a path that names it. */
abstract class SweepContract extends EnduranceContract {

  private static final String REFUSED = "refused";

  /** A change of what can't travel shows here, either way. */
  private static final String CANNOT_TRAVEL =
      """
      ArrayList.iterator
      ArrayList.listIterator
      ArrayList.spliterator
      AtomicStampedReference
      AttributedString
      BreakIterator
      BufferedReader
      ByteBuffer direct
      ByteOrder
      CharBuffer of a text
      Character.UnicodeBlock
      CharsetEncoder
      ClassLoader
      CollationKey
      Collator
      Collections.emptyEnumeration
      Collections.emptyIterator
      Collections.enumeration
      CompletableFuture
      CountDownLatch
      CyclicBarrier
      Deflater
      DelayQueue
      Exchanger
      FileSystem
      Flow publisher
      ForkJoinPool
      Formatter
      FutureTask
      Hashtable.keys
      HttpCookie
      IvParameterSpec
      List.of.iterator
      Locale.Builder
      MatchResult
      Matcher
      MessageDigest
      MethodHandle
      Module
      ModuleLayer
      ParsePosition
      Phaser
      PrintWriter
      ProcessBuilder
      ProcessHandle
      Proxy
      ResourceBundle
      Runtime.Version
      Scanner
      SerialBlob
      ServiceLoader
      Socket
      Stream
      Stream.Builder
      StringCharacterIterator
      StringReader
      System.getenv
      Thread
      ThreadGroup
      Timer
      WeakReference
      ZipEntry
      """;

  @Test
  void carriesOrRefusesObjectsOfTheJdk() {
    Program program = Program.load("JdkObjects");
    Codec driver = codec(program);
    Codec worker = codec(Program.load("JdkObjects"));
    Map<String, String> outcomes = new TreeMap<>();
    ((Map<?, ?>) program.call("all"))
        .forEach(
            (name, object) -> {
              String outcome = outcome(program, object, driver, worker);
              if (!outcome.isEmpty()) {
                outcomes.put((String) name, outcome);
              }
            });
    assertThat(outcomes)
        .isEqualTo(CANNOT_TRAVEL.lines().collect(Collectors.toMap(n -> n, n -> REFUSED)));
  }

  private Codec codec(Program program) {
    ClassLoader loader = program.main().getClassLoader();
    NormalForm normalForm = NormalForms.over(loader, List.of(), List.of());
    return new Codec(made().marshaller(normalForm), normalForm);
  }

  /** Sends an object to a worker and home, twice each time; nothing to say when it is the same. */
  private static String outcome(Program program, Object object, Codec driver, Codec worker) {
    String before = program.show(object);
    try {
      Object[] there = {object, object};
      Object[] arrived = (Object[]) worker.decode(driver.encode(there));
      Object[] home = (Object[]) driver.decode(worker.encode(arrived));
      return Arrays.stream(new Object[] {arrived[0], home[0], object})
          .filter(copy -> !isSame(object, before, copy, program.show(copy)))
          .findFirst()
          .map(copy -> "became " + program.show(copy))
          .orElse(isOne(arrived) && isOne(home) ? "" : "became two");
    } catch (PreparationException e) {
      return e.path().startsWith("java.lang.Object[] → [0] → ") ? REFUSED : "lost: " + e.path();
    } catch (RuntimeException e) {
      return "failed: " + e;
    }
  }

  /** Numbers have no identity worth being kept. */
  private static boolean isOne(Object[] both) {
    return both[0] == both[1] || both[0] instanceof Number;
  }

  private static boolean isSame(Object object, String before, Object copy, String after) {
    return object.equals(copy) || before.equals(after);
  }
}
