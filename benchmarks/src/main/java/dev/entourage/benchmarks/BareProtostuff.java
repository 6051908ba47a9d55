package dev.entourage.benchmarks;

import io.protostuff.GraphIOUtil;
import io.protostuff.LinkedBuffer;
import io.protostuff.Schema;
import io.protostuff.runtime.RuntimeSchema;

/** Protostuff with its runtime schemas, and with references. */
final class BareProtostuff implements Bare {

  private final Schema<Message> schema = RuntimeSchema.getSchema(Message.class);
  private final LinkedBuffer buffer = LinkedBuffer.allocate(1024);

  /** A root needs a field. */
  static final class Message {
    private Object root;
  }

  @Override
  public byte[] write(Object root) {
    Message message = new Message();
    message.root = root;
    try {
      return GraphIOUtil.toByteArray(message, schema, buffer);
    } finally {
      buffer.clear();
    }
  }

  @Override
  public Object read(byte[] bytes) {
    Message message = new Message();
    GraphIOUtil.mergeFrom(bytes, message, schema);
    return message.root;
  }
}
