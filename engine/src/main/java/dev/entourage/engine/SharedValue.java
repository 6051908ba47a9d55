package dev.entourage.engine;

import dev.entourage.preparer.Statics;
import dev.entourage.worker.SharedHandle;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The driver's handle of a shared value.
 *
 * @param key what names it
 * @param types the classes that it needs
 * @param value the very object that was shared
 * @param statics for the function of a call the values of static fields that it may read
 * @param bytes the object as it was when it was shared
 * @param <S> the type of the value
 */
record SharedValue<S>(Key key, List<Class<?>> types, S value, Statics statics, ByteBuffer bytes)
    implements SharedHandle<S> {

  @Override
  public S get() {
    return value;
  }
}
