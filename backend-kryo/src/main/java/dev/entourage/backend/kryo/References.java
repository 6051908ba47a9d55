package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.util.MapReferenceResolver;
import com.esotericsoftware.kryo.util.Util;
import dev.entourage.spi.RefusedException;

/**
 * Numbers the objects of a graph, tells {@link Cycles} who refers to whom, and refuses references
 * to objects that can't exist yet.
 */
final class References extends MapReferenceResolver {

  private static final int NOBODY = -1;

  private final Cycles cycles;
  private boolean writing;
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
    if (id != -1 && !cycles.refer(id)) {
      throw new RefusedException(
          "An object that can only be made from its parts can't contain itself: class="
              + object.getClass().getName()
              + ". Break the cycle, or let one of its members be an ordinary class with a field.",
          object);
    }
    return id;
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
    if (id < 0 || id >= readObjects.size() || !cycles.refer(id)) {
      throw new KryoException("a reference leads to an object that isn't there: number=" + id);
    }
    lastReferred = id;
    return readObjects.get(id);
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
    cycles.reset();
  }
}
