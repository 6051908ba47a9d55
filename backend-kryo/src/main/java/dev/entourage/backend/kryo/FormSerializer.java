package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.entourage.spi.Form;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.RefusedException;

/** Objects that travel in the normal form: lambdas, immutable lists, exceptions. */
final class FormSerializer extends Serializer<Object> {

  private static final Object NOBODY = new Object();

  private final NormalForm normalForm;
  private final References references;
  private final Cycles cycles;

  FormSerializer(NormalForm normalForm, References references, Cycles cycles) {
    this.normalForm = normalForm;
    this.references = references;
    this.cycles = cycles;
  }

  @Override
  public void write(Kryo kryo, Output output, Object value) {
    int id = references.last();
    Form form = normalForm.form(value);
    boolean shelled = normalForm.shelled(form.kind());
    int outer = shelled ? cycles.open(id) : cycles.openBusy(id);
    kryo.writeClassAndObject(output, form.kind());
    writeAll(kryo, output, form.head());
    writeAll(kryo, output, form.parts());
    cycles.close(id, outer);
    if (!shelled && !cycles.complete(id) && normalForm.inspects(form.kind())) {
      throw new RefusedException(
          "An object that looks into its parts when it is made can't be part of a cycle: class="
              + value.getClass().getName()
              + ". Use a mutable collection there, such as HashSet instead of Set.of.",
          value);
    }
  }

  private static void writeAll(Kryo kryo, Output output, Object[] values) {
    output.writeVarInt(values.length, true);
    for (Object value : values) {
      kryo.writeClassAndObject(output, value);
    }
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
    int id = references.last();
    int outer = cycles.openBusy(id);
    String kind = (String) kryo.readClassAndObject(input);
    String[] head = readHead(kryo, (BoundedInput) input);
    Object shell = normalForm.shell(kind, head);
    if (shell != null) {
      kryo.reference(shell);
      cycles.exists(id);
    }
    Form form = new Form(kind, head, readParts(kryo, (BoundedInput) input));
    if (shell == null) {
      cycles.close(id, outer);
      return alone(kryo, id, normalForm.rebuild(form, null));
    }
    boolean ready = !normalForm.inspects(kind);
    cycles.close(id, outer, ready, () -> normalForm.rebuild(form, shell));
    return shell;
  }

  /** Kryo takes a null for an object that isn't there yet, and would give its number to another. */
  private Object alone(Kryo kryo, int id, Object made) {
    if (made == null) {
      kryo.reference(NOBODY);
      references.setReadObject(id, null);
    }
    return made;
  }

  private static String[] readHead(Kryo kryo, BoundedInput input) {
    String[] head = new String[input.readLength()];
    for (int i = 0; i < head.length; i++) {
      head[i] = (String) kryo.readClassAndObject(input);
    }
    return head;
  }

  private static Object[] readParts(Kryo kryo, BoundedInput input) {
    Object[] parts = new Object[input.readLength()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = kryo.readClassAndObject(input);
    }
    return parts;
  }
}
