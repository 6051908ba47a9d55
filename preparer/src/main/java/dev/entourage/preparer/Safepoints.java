package dev.entourage.preparer;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How often the JVM has halted all of its threads. It does so for each garbage collection, and to
 * redefine a class; so where this number is what it was, nothing was redefined. It is read from the
 * JVM's own counters, the memory that {@code jstat} reads, as laid out in HotSpot's {@code
 * perfMemory.hpp}.
 */
final class Safepoints {

  /** No number: this JVM keeps none, or lets nobody see it. */
  static final long UNKNOWN = -1;

  private static final byte[] NAME = "sun.rt.safepoints".getBytes(StandardCharsets.US_ASCII);

  /** Where the memory tells its first entry and their number. */
  private static final int FIRST = 24;

  private static final int ENTRIES = 28;

  /** Where an entry tells its name, the kind of its value, and where that is. */
  private static final int ENTRY_NAME = 4;

  private static final int ENTRY_KIND = 12;
  private static final int ENTRY_VALUE = 16;
  private static final byte LONG = 'J';

  private static final VarHandle VALUE =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final ByteBuffer COUNTERS = counters();
  private static final int AT = COUNTERS == null ? 0 : find(COUNTERS);

  private Safepoints() {}

  /** Returns the number, or {@link #UNKNOWN}; one that was never counted up may never be. */
  static long count() {
    long count = AT > 0 ? (long) VALUE.getVolatile(COUNTERS, AT) : 0;
    return count > 0 ? count : UNKNOWN;
  }

  private static ByteBuffer counters() {
    if (!TrustedLookup.isAvailable()) {
      return null;
    }
    try {
      Class<?> type = Class.forName("jdk.internal.perf.Perf");
      Lookup lookup = TrustedLookup.in(type);
      Object perf = lookup.findStatic(type, "getPerf", methodType(type)).invoke();
      ByteBuffer memory = attach(lookup, type, perf).order(ByteOrder.nativeOrder());
      return memory.capacity() > ENTRIES ? memory : null;
    } catch (Throwable e) {
      // Another JVM than HotSpot, or one that keeps no counters (-XX:-UsePerfData).
      return null;
    }
  }

  /** Of this JVM, whose number is 0. */
  private static ByteBuffer attach(Lookup lookup, Class<?> type, Object perf) throws Throwable {
    try {
      MethodType newer = methodType(ByteBuffer.class, int.class);
      return (ByteBuffer) lookup.findVirtual(type, "attach", newer).invoke(perf, 0);
    } catch (NoSuchMethodException e) {
      MethodType older = methodType(ByteBuffer.class, int.class, String.class);
      return (ByteBuffer) lookup.findVirtual(type, "attach", older).invoke(perf, 0, "r");
    }
  }

  /** Returns where its value is; 0 for nowhere. */
  private static int find(ByteBuffer memory) {
    int entry = memory.getInt(FIRST);
    for (int left = memory.getInt(ENTRIES); left > 0; left--) {
      if (memory.get(entry + ENTRY_KIND) == LONG && isNamed(memory, entry)) {
        return entry + memory.getInt(entry + ENTRY_VALUE);
      }
      entry += memory.getInt(entry);
    }
    return 0;
  }

  private static boolean isNamed(ByteBuffer memory, int entry) {
    int name = entry + memory.getInt(entry + ENTRY_NAME);
    for (int i = 0; i < NAME.length; i++) {
      if (memory.get(name + i) != NAME[i]) {
        return false;
      }
    }
    return memory.get(name + NAME.length) == 0;
  }
}
