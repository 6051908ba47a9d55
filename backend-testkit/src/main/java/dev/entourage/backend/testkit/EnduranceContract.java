package dev.entourage.backend.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.entourage.backend.testkit.Cases.Case;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.SerializationBackend;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Large arrays, bytes that lie about their depth, equal graphs, and loaders that must go. */
abstract class EnduranceContract extends DamageContract {

  private static final int LARGE = 64 << 20;
  private static final int DEEP = 20_000;

  /** So often garbage is collected before a loader counts as held for good. */
  private static final int COLLECTIONS = 50;

  private static final int PATIENCE_MILLIS = 100;

  /** Their order or their text depends on identity, or on who calls. */
  private static final Set<String> UNEQUAL =
      Set.of("CollectionFeatures$IdentityMap", "ValueFeatures$ThrowableWithCause");

  @TestFactory
  Stream<DynamicNode> carriesLargeArrays() {
    return Stream.of(
            new byte[LARGE], new long[LARGE / Long.BYTES], new double[LARGE / Double.BYTES])
        .map(array -> dynamicTest(array.getClass().getName(), () -> isCarried(array)));
  }

  private void isCarried(Object array) {
    mark(array);
    ByteBuffer bytes = marshaller().write(new Object[] {array, array}, type -> {});
    assertThat(bytes.remaining()).as("bytes").isBetween(LARGE / 8, LARGE + 10_000);
    Object[] back = (Object[]) marshaller().read(bytes);
    assertThat(back[0]).isSameAs(back[1]);
    assertThat(Objects.deepEquals(back[0], array)).isTrue();
  }

  private static void mark(Object array) {
    int length = Array.getLength(array);
    for (int i = 0; i < length; i += 1_000) {
      Array.setByte(array, i, (byte) (i / 1_000));
    }
  }

  @Test
  void readsDeepGraphsWhateverTheirBytesSayOfTheDepth() {
    Program driver = Program.load("DeepGraphs");
    Object root = ((Object[]) driver.call("deep", DEEP))[0];
    Journey journey = new Journey(made());
    Journey.Parcel parcel = journey.pack(root, driver.main());
    ByteBuffer bytes = parcel.bytes();
    for (int depth : new int[] {0, 1, Integer.MAX_VALUE}) {
      bytes.putInt(bytes.limit() - Integer.BYTES, depth);
      Object arrived = SmallStack.call(() -> journey.unpack(parcel));
      assertThat(Program.in(journey.worker(parcel), "DeepGraphs").show(arrived))
          .isEqualTo(driver.show(root));
    }
  }

  @TestFactory
  Stream<DynamicNode> makesEqualBytesOfEqualGraphsWherePromised() {
    assumeTrue(made().deterministic());
    Marshaller used = marshaller();
    return Features.plain().stream()
        .filter(each -> !UNEQUAL.contains(each.name()))
        .map(each -> dynamicTest(each.title(), () -> isEqual(each, used)));
  }

  private void isEqual(Case program, Marshaller used) {
    Program driver = Program.load(program.name());
    Journey journey = new Journey(made());
    ByteBuffer first = journey.pack(driver.roots()[0], driver.main()).bytes();
    used.write(sample(), type -> {});
    ByteBuffer second = journey.pack(driver.roots()[0], driver.main()).bytes();
    ByteBuffer third = new Journey(made()).pack(driver.roots()[0], driver.main()).bytes();
    assertThat(second).as("the second time").isEqualTo(first);
    assertThat(third).as("of another marshaller").isEqualTo(first);
  }

  @Test
  void letsLoadersGo() throws InterruptedException {
    SerializationBackend backend = made();
    ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    for (String each : List.of("F1 ", "F10 ", "F24 ", "F28 ", "F54 ")) {
      Case program = feature(each);
      List<WeakReference<ClassLoader>> held = use(backend, program, gone);
      for (int i = 0; i < COLLECTIONS && !held.isEmpty(); i++) {
        System.gc();
        held.remove(gone.remove(PATIENCE_MILLIS));
      }
      assertThat(held).as(program.title()).isEmpty();
    }
    assertThat(backend.id()).isNotEmpty(); // It was there all the time.
  }

  private static Case feature(String number) {
    return Features.plain().stream()
        .filter(each -> each.title().startsWith(number))
        .findFirst()
        .orElseThrow();
  }

  /** The driver's and the worker's loader of a journey that nobody remembers. */
  private static List<WeakReference<ClassLoader>> use(
      SerializationBackend backend, Case program, ReferenceQueue<ClassLoader> gone) {
    Program driver = Program.load(program.name());
    Journey journey = new Journey(backend);
    Journey.Parcel parcel = journey.pack(driver.roots()[0], driver.main());
    ClassLoader worker = journey.worker(parcel);
    journey.home(parcel, journey.unpack(parcel));
    return new ArrayList<>(
        List.of(
            new WeakReference<>(driver.main().getClassLoader(), gone),
            new WeakReference<>(worker, gone)));
  }
}
