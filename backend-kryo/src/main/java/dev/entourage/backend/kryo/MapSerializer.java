package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Comparator;
import java.util.Map;

/** The JDK's maps, entry by entry. */
final class MapSerializer extends Serializer<Map<Object, Object>> {

  private final JdkType jdk;
  private final References references;
  private final Cycles cycles;

  MapSerializer(JdkType jdk, References references, Cycles cycles) {
    this.jdk = jdk;
    this.references = references;
    this.cycles = cycles;
  }

  @Override
  public void write(Kryo kryo, Output output, Map<Object, Object> map) {
    int id = references.last();
    int outer = jdk.sorted() ? cycles.openBusy(id) : cycles.open(id);
    if (jdk.sorted()) {
      kryo.writeClassAndObject(output, JdkType.comparator(map));
      cycles.exists(id);
    }
    Object[] entries = map.entrySet().toArray();
    output.writeVarInt(entries.length, true);
    for (Object entry : entries) {
      kryo.writeClassAndObject(output, ((Map.Entry<?, ?>) entry).getKey());
      kryo.writeClassAndObject(output, ((Map.Entry<?, ?>) entry).getValue());
    }
    cycles.close(id, outer);
  }

  @Override
  public Map<Object, Object> read(
      Kryo kryo, Input input, Class<? extends Map<Object, Object>> type) {
    int id = references.last();
    int outer = cycles.openBusy(id);
    int part = cycles.beginPart();
    Comparator<Object> comparator =
        jdk.sorted() ? CollectionSerializer.comparator(kryo, input) : null;
    boolean ready = cycles.endPart(part);
    Map<Object, Object> made = jdk.newMap(comparator);
    kryo.reference(made);
    cycles.exists(id);
    Object[] entries = new Object[2 * ((BoundedInput) input).readLength()];
    ready &= readAll(kryo, input, entries);
    ready |= cycles.close(id, outer);
    fill(id, made, entries, ready || !jdk.inspects());
    return made;
  }

  /** Reads keys and values in turn, and says whether the keys are complete. */
  private boolean readAll(Kryo kryo, Input input, Object[] entries) {
    boolean complete = true;
    for (int i = 0; i < entries.length; i += 2) {
      int part = cycles.beginPart();
      entries[i] = kryo.readClassAndObject(input);
      complete &= cycles.endPart(part);
      entries[i + 1] = kryo.readClassAndObject(input);
    }
    return complete;
  }

  private void fill(int id, Map<Object, Object> made, Object[] entries, boolean ready) {
    if (ready) {
      fill(made, entries);
    } else {
      cycles.later(id, () -> fill(made, entries));
    }
  }

  private static void fill(Map<Object, Object> made, Object[] entries) {
    for (int i = 0; i < entries.length; i += 2) {
      made.put(entries[i], entries[i + 1]);
    }
    if (made.size() != entries.length / 2) {
      throw new KryoException(
          "two keys of a map are equal which were not when it was written: class="
              + made.getClass().getName());
    }
  }
}
