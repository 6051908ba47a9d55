package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.entourage.spi.NormalForm;
import java.util.Map;

/** The JDK's maps, entry by entry. */
final class MapSerializer extends Serializer<Map<Object, Object>> {

  private final JdkType jdk;
  private final NormalForm normalForm;
  private final References references;
  private final Cycles cycles;

  MapSerializer(JdkType jdk, NormalForm normalForm, References references, Cycles cycles) {
    this.jdk = jdk;
    this.normalForm = normalForm;
    this.references = references;
    this.cycles = cycles;
  }

  @Override
  public void write(Kryo kryo, Output output, Map<Object, Object> map) {
    int id = references.last();
    int outer = jdk.ordered() ? cycles.openBusy(id) : cycles.open(id);
    if (jdk.ordered()) {
      references.strict();
      kryo.writeClassAndObject(output, normalForm.order(map));
      cycles.exists(id);
    }
    Object[] entries = map.entrySet().toArray();
    output.writeVarInt(entries.length, true);
    for (Object entry : entries) {
      references.lenient();
      kryo.writeClassAndObject(output, ((Map.Entry<?, ?>) entry).getKey());
      references.lenient();
      kryo.writeClassAndObject(output, ((Map.Entry<?, ?>) entry).getValue());
    }
    if (jdk.inspects()) {
      cycles.closeInspecting(id, outer);
    } else {
      cycles.close(id, outer);
    }
  }

  @Override
  public Map<Object, Object> read(
      Kryo kryo, Input input, Class<? extends Map<Object, Object>> type) {
    int id = references.last();
    int outer = cycles.openBusy(id);
    int part = cycles.beginPart();
    Object argument = jdk.ordered() ? kryo.readClassAndObject(input) : null;
    references.mustExist();
    boolean settled = cycles.endPart(part);
    Map<Object, Object> made = jdk.map().apply(argument);
    references.exists(id, made);
    Object[] entries = new Object[2 * ((BoundedInput) input).readLength()];
    boolean ready = readAll(input, entries, settled || !jdk.inspects());
    cycles.close(id, outer, ready, new Entries(made, entries));
    return made;
  }

  /** Reads keys and values in turn, and says whether the map can be filled with them. */
  private boolean readAll(Input input, Object[] entries, boolean settled) {
    boolean ready = settled;
    for (int i = 0; i < entries.length; i += 2) {
      int part = cycles.beginPart();
      boolean exists = references.readInto(entries, i, input);
      boolean complete = cycles.endPart(part);
      ready &= exists && (complete || !jdk.inspects());
      ready &= references.readInto(entries, i + 1, input);
    }
    return ready;
  }

  /** Keys, which are hashed or compared when they are put, and values in turn. */
  private record Entries(Map<Object, Object> made, Object[] entries) implements Filling {

    @Override
    public void fill() {
      made.clear();
      for (int i = 0; i < entries.length; i += 2) {
        made.put(entries[i], entries[i + 1]);
      }
      if (made.size() != entries.length / 2) {
        throw new KryoException(
            "two keys of a map are equal which were not when it was written: class="
                + made.getClass().getName());
      }
    }

    @Override
    public boolean holds() {
      for (int i = 0; i < entries.length; i += 2) {
        if (made.get(entries[i]) != entries[i + 1]) {
          return false;
        }
      }
      return true;
    }
  }
}
