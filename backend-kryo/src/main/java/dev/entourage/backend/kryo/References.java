package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.util.IntMap;
import com.esotericsoftware.kryo.util.MapReferenceResolver;
import com.esotericsoftware.kryo.util.Util;
import dev.entourage.spi.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Numbers the objects of a graph, tells {@link Cycles} who refers to whom, and refuses references
 * to objects that can't exist yet.
 */
final class References extends MapReferenceResolver {

  private static final int NOBODY = -1;

  private final Cycles cycles;
  private final IntMap<List<Consumer<Object>>> awaiting = new IntMap<>();
  private boolean writing;
  private boolean strict;
  private boolean slot;
  private int hole = NOBODY;
  private int last;
  private int lastReferred = NOBODY;

  References(Cycles cycles) {
    this.cycles = cycles;
  }

  void startWriting() {
    writing = true;
  }

  void startReading() {
    writing = false;
  }

  /** The number of the object that a serializer was just called for. */
  int last() {
    return last;
  }

  /** Begins to read a part; the answer is for {@link #unfinished}. */
  int beginPart() {
    lastReferred = NOBODY;
    return readObjects.size();
  }

  /** Says whether what was read as a part is still without some of its own parts. */
  boolean unfinished(int begin) {
    int id = readObjects.size() > begin ? begin : lastReferred;
    return id != NOBODY && cycles.unfinished(id);
  }

  @Override
  public int addWrittenObject(Object object) {
    last = super.addWrittenObject(object);
    return last;
  }

  @Override
  public int getWrittenId(Object object) {
    int id = super.getWrittenId(object);
    if (id != -1 && !cycles.refer(id) && strict) {
      throw new RefusedException(
          "An object that can only be made from its parts can't be one of them: class="
              + object.getClass().getName()
              + ". Break the cycle, or let one of its members be an ordinary class with a field.",
          object);
    }
    if (id != -1 && cycles.isResolving() && !cycles.isComplete(id) && !maySee(object, id)) {
      cycles.blind();
    }
    return id;
  }

  /** Says whether code that runs while others are incomplete may see what was referred to. */
  private boolean maySee(Object object, int id) {
    return cycles.isResolving(id) ? slot : entourage().isPlain(object.getClass());
  }

  /** The part that is written next can be put in later: it may be an object that is yet to be. */
  void lenient() {
    strict = false;
    slot = false;
  }

  /** As {@link #lenient}, and what holds it is there and filled, but for this part. */
  void slot() {
    strict = false;
    slot = true;
  }

  /** The part that is written next is needed to make the object that holds it. */
  void strict() {
    strict = true;
    slot = false;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public int nextReadId(Class type) {
    last = super.nextReadId(type);
    return last;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Object getReadObject(Class type, int id) {
    if (id < 0 || id >= readObjects.size()) {
      throw new KryoException("a reference leads to an object that isn't there: number=" + id);
    }
    lastReferred = id;
    hole = cycles.refer(id) ? NOBODY : id;
    return readObjects.get(id);
  }

  /** Says whether the part just read is an object that is yet to be; then {@link #await} it. */
  boolean isMissing() {
    return hole != NOBODY;
  }

  /** Says who puts the object in that the part just read will be. */
  void await(Consumer<Object> slot) {
    List<Consumer<Object>> slots = awaiting.get(hole);
    if (slots == null) {
      slots = new ArrayList<>();
      awaiting.put(hole, slots);
    }
    slots.add(slot);
    hole = NOBODY;
  }

  /** Reads an element, now or when it exists; says whether it does. */
  boolean readInto(Object[] array, int index, Input input) {
    array[index] = kryo.readClassAndObject(input);
    boolean missing = isMissing();
    if (missing) {
      await(late -> array[index] = late);
    }
    return !missing;
  }

  /** The part just read is needed now. */
  void mustExist() {
    if (hole != NOBODY) {
      throw new KryoException("an object is a part of what it is made of: number=" + hole);
    }
  }

  /** An object exists from now on; whoever awaited it gets it. */
  void exists(int id, Object object) {
    kryo.reference(object == null ? this : object);
    setReadObject(id, object);
    cycles.exists(id);
    List<Consumer<Object>> slots = awaiting.remove(id);
    if (slots != null) {
      slots.forEach(slot -> slot.accept(object));
    }
  }

  /**
   * Small values have no identity worth a number. What stands for an object in the stream decides,
   * so that both sides agree.
   */
  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public boolean useReferences(Class type) {
    Class<?> wire = writing ? entourage().getRegistration(type).getType() : type;
    return !wire.isPrimitive() && !Util.isWrapperClass(wire) && !Util.isEnum(wire);
  }

  private EntourageKryo entourage() {
    return (EntourageKryo) kryo;
  }

  @Override
  public void reset() {
    super.reset();
    awaiting.clear();
    hole = NOBODY;
    cycles.reset();
  }
}
