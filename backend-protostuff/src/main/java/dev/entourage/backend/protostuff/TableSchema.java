package dev.entourage.backend.protostuff;

import dev.entourage.spi.Steps;
import dev.entourage.spi.TableMarshaller;
import io.protostuff.ByteArrayInput;
import io.protostuff.Input;
import io.protostuff.Output;
import io.protostuff.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fields of the message: five sizes, the elements of the four arrays, the steps if any. */
final class TableSchema implements Schema<TableMessage> {

  static final TableSchema INSTANCE = new TableSchema();

  /** Classes of the library's jars, where they are jars of their own: in this project's tests. */
  static final List<Class<?>> LIBRARIES =
      Schema.class.getName().startsWith("dev.entourage.")
          ? List.of()
          : List.of(Schema.class, ByteArrayInput.class);

  private static final int SIZE = 1;
  private static final int TEXT = 2;

  /** Texts that UTF-8 may not hold: half a surrogate pair becomes a question mark there. */
  private static final int RAW_TEXT = 3;

  private static final int ROW = 4;
  private static final int VALUE = 5;
  private static final int BLOB = 6;
  private static final int STEPS = 7;

  private static final int SIZES = 5;

  private TableSchema() {}

  @Override
  public void writeTo(Output output, TableMessage message) throws IOException {
    output.writeUInt32(SIZE, message.texts().length, true);
    output.writeUInt32(SIZE, message.rows().length, true);
    output.writeUInt32(SIZE, message.values().length, true);
    output.writeUInt32(SIZE, message.blobs().length, true);
    output.writeUInt32(SIZE, message.stepCount(), true);
    for (String text : message.texts()) {
      writeText(output, text);
    }
    for (int row : message.rows()) {
      output.writeUInt32(ROW, row, true);
    }
    for (long value : message.values()) {
      output.writeSInt64(VALUE, value, true);
    }
    for (byte[] blob : message.blobs()) {
      output.writeByteArray(BLOB, blob, true);
    }
    if (message.stepCount() > 0) {
      Steps steps = message.steps();
      output.writeByteRange(false, STEPS, steps.array(), steps.start(), steps.size(), false);
    }
  }

  private static void writeText(Output output, String text) throws IOException {
    if (hasSurrogates(text)) {
      output.writeByteArray(RAW_TEXT, toChars(text), true);
    } else {
      output.writeByteArray(TEXT, text.getBytes(StandardCharsets.UTF_8), true);
    }
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void mergeFrom(Input any, TableMessage message) throws IOException {
    ByteArrayInput input = (ByteArrayInput) any;
    readSizes(input, message);
    for (int field = input.readFieldNumber(this); field != 0; field = input.readFieldNumber(this)) {
      readElement(input, field, message);
    }
    if (input.currentOffset() != input.currentLimit()) {
      throw TableMarshaller.damaged("there is something behind their end");
    }
  }

  private void readSizes(ByteArrayInput input, TableMessage message) throws IOException {
    int[] sizes = new int[SIZES];
    for (int i = 0; i < sizes.length; i++) {
      if (input.readFieldNumber(this) != SIZE) {
        throw TableMarshaller.damaged("they don't begin with the sizes");
      }
      sizes[i] = input.readUInt32();
    }
    message.sizes(sizes, input.currentLimit() - input.currentOffset());
  }

  private void readElement(ByteArrayInput input, int field, TableMessage message)
      throws IOException {
    switch (field) {
      case TEXT -> message.text(new String(readBytes(input), StandardCharsets.UTF_8));
      case RAW_TEXT -> message.text(fromChars(readBytes(input)));
      case ROW -> message.row(input.readUInt32());
      case VALUE -> message.value(input.readSInt64());
      case BLOB -> message.blob(readBytes(input));
      case STEPS -> message.steps(readSteps(input, message));
      default -> throw TableMarshaller.damaged("field=" + field);
    }
  }

  /** Protostuff's own check overflows: it would allocate two gigabytes on a damaged length. */
  private static int readLength(ByteArrayInput input) throws IOException {
    int length = input.readRawVarint32();
    int left = input.currentLimit() - input.currentOffset();
    if (length < 0 || length > left) {
      throw TableMarshaller.damaged("length=" + length + " left=" + left);
    }
    return length;
  }

  private static byte[] readBytes(ByteArrayInput input) throws IOException {
    int start = input.currentOffset();
    readLength(input);
    input.setBounds(start, input.currentLimit());
    return input.readByteArray();
  }

  private static Steps readSteps(ByteArrayInput input, TableMessage message) throws IOException {
    int length = readLength(input);
    int start = input.currentOffset();
    input.setBounds(start + length, input.currentLimit());
    return new Steps(message.bytes(), start, length);
  }

  private static byte[] toChars(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(text.length(), Character.BYTES));
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  private static String fromChars(byte[] bytes) {
    return ByteBuffer.wrap(bytes).asCharBuffer().toString();
  }

  @Override
  public String getFieldName(int number) {
    return Integer.toString(number);
  }

  @Override
  public int getFieldNumber(String name) {
    return Integer.parseInt(name);
  }

  @Override
  public boolean isInitialized(TableMessage message) {
    return true;
  }

  @Override
  public TableMessage newMessage() {
    return new TableMessage(new byte[0]);
  }

  @Override
  public String messageName() {
    return "Table";
  }

  @Override
  public String messageFullName() {
    return "dev.entourage.Table";
  }

  @Override
  public Class<TableMessage> typeClass() {
    return TableMessage.class;
  }
}
