package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of an answer to the question for a resource: all of that name, or why they aren't given
 * away. No length that was read leads to an allocation that the answer doesn't hold.
 */
final class ResourceFormat {

  /** An empty source and an empty content. */
  private static final int SMALLEST = 2 + 4;

  private ResourceFormat() {}

  static byte[] encode(List<Resource> found) {
    return write(
        out -> {
          out.writeUTF("");
          out.writeInt(found.size());
          for (Resource resource : found) {
            out.writeUTF(resource.source());
            out.writeInt(resource.bytes().length);
            out.write(resource.bytes());
          }
        });
  }

  static byte[] refuse(String why) {
    return write(out -> out.writeUTF(why));
  }

  private interface Body {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] write(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      body.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("A text of a resource is longer than 65,535 bytes", e);
    }
    return bytes.toByteArray();
  }

  static List<Resource> decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String refusal = in.readUTF();
      if (!refusal.isEmpty()) {
        throw new CodeUnavailableException(refusal);
      }
      return read(in);
    } catch (IOException e) {
      throw new CodeUnavailableException("Not a list of resources: it ends early", e);
    }
  }

  private static List<Resource> read(DataInputStream in) throws IOException {
    int count = checked(in.readInt(), in.available() / SMALLEST);
    List<Resource> found = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String source = in.readUTF();
      byte[] content = new byte[checked(in.readInt(), in.available())];
      in.readFully(content);
      found.add(new Resource(source, content));
    }
    return found;
  }

  private static int checked(int length, int most) {
    if (length < 0 || length > most) {
      throw new CodeUnavailableException("Not a list of resources: length=" + length);
    }
    return length;
  }
}
