package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.entourage.spi.Form;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.RefusedException;

/** Objects that travel in the normal form: lambdas, immutable lists, exceptions. */
final class FormSerializer extends Serializer<Object> {

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
    boolean inspects = normalForm.inspects(form.kind());
    boolean resolves = normalForm.resolves(form.kind());
    int outer =
        shelled ? cycles.open(id) : resolves ? cycles.openResolving(id) : cycles.openBusy(id);
    kryo.writeClassAndObject(output, form.kind());
    writeHead(kryo, output, form.head());
    int part = cycles.beginPart();
    writeParts(kryo, output, form.parts(), shelled);
    boolean complete = cycles.endPart(part);
    boolean seen = resolves && cycles.endResolving(id);
    if (!complete && !shelled && inspects && !seen) {
      throw new RefusedException(
          "An object that looks into its parts when it is made can't be part of a cycle: class="
              + value.getClass().getName()
              + ". Make it on the worker, break the cycle, or use a collection that is mutable, such"
              + " as HashSet instead of Set.of.",
          value);
    }
    if (inspects) {
      cycles.closeInspecting(id, outer);
    } else {
      cycles.close(id, outer);
    }
  }

  private static void writeHead(Kryo kryo, Output output, String[] head) {
    output.writeVarInt(head.length, true);
    for (String text : head) {
      kryo.writeClassAndObject(output, text);
    }
  }

  private void writeParts(Kryo kryo, Output output, Object[] parts, boolean shelled) {
    output.writeVarInt(parts.length, true);
    for (Object part : parts) {
      if (shelled) {
        references.lenient();
      } else {
        references.strict();
      }
      kryo.writeClassAndObject(output, part);
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
      references.exists(id, shell);
    }
    Object[] parts = new Object[((BoundedInput) input).readLength()];
    boolean exist = readParts(input, parts, shell != null);
    Form form = new Form(kind, head, parts);
    if (shell == null) {
      Object made = normalForm.rebuild(form, null);
      references.exists(id, made);
      cycles.close(id, outer);
      return made;
    }
    boolean ready = exist && !normalForm.inspects(kind);
    cycles.close(id, outer, ready, () -> normalForm.rebuild(form, shell));
    return shell;
  }

  /** Reads the parts, and says whether all exist. */
  private boolean readParts(Input input, Object[] parts, boolean shelled) {
    boolean exist = true;
    for (int i = 0; i < parts.length; i++) {
      exist &= references.readInto(parts, i, input);
      if (!exist && !shelled) {
        throw new KryoException("an object is a part of what it is made of");
      }
    }
    return exist;
  }

  private String[] readHead(Kryo kryo, BoundedInput input) {
    String[] head = new String[input.readLength()];
    for (int i = 0; i < head.length; i++) {
      head[i] = (String) kryo.readClassAndObject(input);
      references.mustExist();
    }
    return head;
  }
}
