package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.IdentityMap;
import dev.entourage.spi.NormalForm;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * One Kryo over one loader; for one thread at a time. Decides how the objects of a class travel.
 */
final class EntourageKryo extends Kryo {

  private static final int COPIED_UP_TO = 1 << 16;

  /** Who adds a few bytes of its own needn't copy all of them for that. */
  private static final int ROOM_BEHIND = 8;

  private final NormalForm normalForm;
  private final SessionClasses classes;
  private final References references;
  private final Serializers serializers;
  private final Registration form;
  private final IdentityMap<Class<?>, Registration> written = new IdentityMap<>();
  private final BoundedInput input = new BoundedInput();
  private Output output = newOutput();
  private Class<?> lastType;
  private Registration lastRegistration;

  EntourageKryo(NormalForm normalForm) {
    this(normalForm, new SessionClasses(), new Cycles());
  }

  private EntourageKryo(NormalForm normalForm, SessionClasses classes, Cycles cycles) {
    this(normalForm, classes, cycles, new References(cycles));
  }

  private EntourageKryo(
      NormalForm normalForm, SessionClasses classes, Cycles cycles, References references) {
    super(classes, references);
    this.normalForm = normalForm;
    this.classes = classes;
    this.references = references;
    serializers = new Serializers(normalForm, references, cycles);
    setRegistrationRequired(false);
    setOptimizedGenerics(false);
    setClassLoader(normalForm.loader());
    form = serializers.registerAll(this);
  }

  /** Writes a graph; the answer belongs to the caller. */
  ByteBuffer encode(Object root, Consumer<Class<?>> seen) {
    references.startWriting();
    classes.hear(seen);
    output.writeByte(KryoMarshaller.FORMAT);
    writeClassAndObject(output, root);
    return takeOutput();
  }

  private ByteBuffer takeOutput() {
    int size = output.position();
    if (size <= COPIED_UP_TO) {
      byte[] copy = Arrays.copyOf(output.getBuffer(), size + ROOM_BEHIND);
      output.reset();
      return ByteBuffer.wrap(copy, 0, size);
    }
    ByteBuffer bytes = ByteBuffer.wrap(output.getBuffer(), 0, size);
    output = newOutput();
    return bytes;
  }

  private static Output newOutput() {
    return new RoomyOutput(1024, ROOM_BEHIND);
  }

  /** Reads a graph. */
  Object decode(ByteBuffer bytes) {
    references.startReading();
    input.start(bytes);
    KryoMarshaller.checkFormat(input);
    Object root = readClassAndObject(input);
    KryoMarshaller.checkEnd(input);
    input.stop();
    return root;
  }

  /** Tells how objects of a class are written: as a form, or as they are. */
  @Override
  @SuppressWarnings("rawtypes")
  public Registration getRegistration(Class type) {
    if (type != lastType) {
      Registration known = written.get(type);
      lastRegistration = known != null ? known : decide(type);
      lastType = type;
    }
    return lastRegistration;
  }

  private Registration decide(Class<?> type) {
    Registration decided = normalForm.replaces(type) ? form : plain(type);
    written.put(type, decided);
    return decided;
  }

  /** Tells how objects are read whose class stands in the stream. */
  Registration plain(Class<?> type) {
    Registration known = classes.getRegistration(type);
    return known != null ? known : classes.registerImplicit(Serializers.wireClass(type));
  }

  /** Says whether a class is one of arrays, or of ordinary objects that are known by identity. */
  boolean isPlain(Class<?> type) {
    return type.isArray()
        || getRegistration(type).getSerializer() instanceof ObjectSerializer
            && ObjectSerializer.isIdentity(type);
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public Serializer getDefaultSerializer(Class type) {
    return serializers.of(type);
  }

  /** Every class is asked for its normal form first; Kryo's own idea of a lambda is not needed. */
  @Override
  @SuppressWarnings("rawtypes")
  public boolean isClosure(Class type) {
    return false;
  }
}
