package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.Serializer;
import dev.entourage.spi.Form;
import dev.entourage.spi.NormalForm;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;

/** Chooses the serializer of a class. */
final class Serializers {

  /** Kryo itself takes the numbers of the primitives. */
  private static final int FIRST_ID = 16;

  private final NormalForm normalForm;
  private final References references;
  private final Cycles cycles;

  Serializers(NormalForm normalForm, References references, Cycles cycles) {
    this.normalForm = normalForm;
    this.references = references;
    this.cycles = cycles;
  }

  /** Gives numbers to the classes met most often; returns how forms are written. */
  Registration registerAll(Kryo kryo) {
    int id = FIRST_ID;
    Registration form =
        kryo.register(
            new Registration(Form.class, new FormSerializer(normalForm, references, cycles), id++));
    for (Class<?> component : PrimitiveArraySerializer.COMPONENTS) {
      Serializer<?> serializer = new PrimitiveArraySerializer(component);
      kryo.register(new Registration(component.arrayType(), serializer, id++));
    }
    for (JdkType type : JdkType.all()) {
      Serializer<?> serializer = type.serializer(normalForm, references, cycles);
      kryo.register(new Registration(type.type(), serializer, id++));
    }
    return form;
  }

  /** The constants of an enum may have classes of their own. */
  static Class<?> wireClass(Class<?> type) {
    return Enum.class.isAssignableFrom(type) && type != Enum.class && !type.isEnum()
        ? type.getSuperclass()
        : type;
  }

  Serializer<?> of(Class<?> type) {
    if (type.isEnum()) {
      return new EnumSerializer(type);
    }
    if (type.isArray()) {
      return new ArraySerializer(type.getComponentType(), references, cycles);
    }
    Optional<String> hindrance = Hindrances.of(type);
    if (hindrance.isPresent()) {
      return new RefusingSerializer(hindrance.get());
    }
    return withFields(type);
  }

  private Serializer<?> withFields(Class<?> type) {
    try {
      return type.isRecord()
          ? new RecordSerializer(type, references, cycles)
          : new ObjectSerializer(type, normalForm, references, cycles);
    } catch (InaccessibleObjectException e) {
      return new RefusingSerializer(Hindrances.closed(type));
    }
  }
}
