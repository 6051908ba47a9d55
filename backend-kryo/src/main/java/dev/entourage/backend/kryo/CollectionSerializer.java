package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.entourage.spi.NormalForm;
import java.util.Arrays;
import java.util.Collection;
import java.util.Queue;

/** The JDK's collections, element by element. */
final class CollectionSerializer extends Serializer<Collection<Object>> {

  private final JdkType jdk;
  private final NormalForm normalForm;
  private final References references;
  private final Cycles cycles;

  CollectionSerializer(JdkType jdk, NormalForm normalForm, References references, Cycles cycles) {
    this.jdk = jdk;
    this.normalForm = normalForm;
    this.references = references;
    this.cycles = cycles;
  }

  @Override
  public void write(Kryo kryo, Output output, Collection<Object> value) {
    int id = references.last();
    int outer = jdk.ordered() ? cycles.openBusy(id) : cycles.open(id);
    if (jdk.ordered()) {
      references.strict();
      kryo.writeClassAndObject(output, normalForm.order(value));
      cycles.exists(id);
    }
    Object[] elements = value.toArray();
    output.writeVarInt(elements.length, true);
    for (Object element : elements) {
      references.lenient();
      kryo.writeClassAndObject(output, element);
    }
    if (jdk.inspects()) {
      cycles.closeInspecting(id, outer);
    } else {
      cycles.close(id, outer);
    }
  }

  @Override
  public Collection<Object> read(Kryo kryo, Input input, Class<? extends Collection<Object>> type) {
    int id = references.last();
    int outer = cycles.openBusy(id);
    Object argument = jdk.ordered() ? kryo.readClassAndObject(input) : null;
    references.mustExist();
    Collection<Object> made = jdk.collection().apply(argument);
    references.exists(id, made);
    Object[] elements = new Object[((BoundedInput) input).readLength()];
    boolean ready = readAll(input, elements) && !jdk.inspects();
    cycles.close(id, outer, ready, new Elements(jdk, made, elements));
    return made;
  }

  /** Reads the elements, and says whether all exist. */
  private boolean readAll(Input input, Object[] elements) {
    boolean exist = true;
    for (int i = 0; i < elements.length; i++) {
      exist &= references.readInto(elements, i, input);
    }
    return exist;
  }

  /** Elements, which may be hashed or compared when they are added. */
  private record Elements(JdkType jdk, Collection<Object> made, Object[] elements)
      implements Filling {

    @Override
    public void fill() {
      made.clear();
      made.addAll(Arrays.asList(elements));
      if (made.size() != elements.length) {
        throw new KryoException(
            "two elements of a set are equal which were not when it was written: class="
                + made.getClass().getName());
      }
    }

    @Override
    public boolean holds() {
      if (!jdk.inspects()) {
        return true;
      }
      return made instanceof Queue<?> queue
          ? JdkType.isHeap(queue)
          : Arrays.stream(elements).allMatch(made::contains);
    }
  }
}
