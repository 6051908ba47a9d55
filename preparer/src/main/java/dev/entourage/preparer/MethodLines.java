package dev.entourage.preparer;

import java.io.DataInputStream;
import java.io.IOException;

/** Reads the source file and the first line of one method out of a class file. */
final class MethodLines {

  private static final int ABSENT = -1;

  private final DataInputStream in;
  private final String method;
  private final String descriptor;
  private String[] texts;
  private String file;
  private int line = ABSENT;

  /**
   * Makes a reader.
   *
   * @param in a class file from its beginning
   */
  MethodLines(DataInputStream in, String method, String descriptor) {
    this.in = in;
    this.method = method;
    this.descriptor = descriptor;
  }

  /** Returns such as {@code Foo.java:42}, or null where the class file doesn't tell. */
  String site() throws IOException {
    in.skipNBytes(8);
    readConstants();
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    readMembers();
    readMembers();
    readAttributes(false);
    return file == null || line == ABSENT ? null : file + ":" + line;
  }

  private void readConstants() throws IOException {
    int count = in.readUnsignedShort();
    texts = new String[count];
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 5, 6 -> {
          in.skipNBytes(8);
          i++;
        }
        case 15 -> in.skipNBytes(3);
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        default -> in.skipNBytes(4);
      }
    }
  }

  private void readMembers() throws IOException {
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      in.skipNBytes(2);
      String name = texts[in.readUnsignedShort()];
      String type = texts[in.readUnsignedShort()];
      readAttributes(method.equals(name) && descriptor.equals(type));
    }
  }

  /** Code holds attributes itself, so it is entered instead of skipped. */
  private void readAttributes(boolean wanted) throws IOException {
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      String name = texts[in.readUnsignedShort()];
      long length = Integer.toUnsignedLong(in.readInt());
      if (wanted && "Code".equals(name)) {
        readCode();
      } else if (wanted && "LineNumberTable".equals(name) && line == ABSENT) {
        readFirstLine(length);
      } else if ("SourceFile".equals(name)) {
        file = texts[in.readUnsignedShort()];
      } else {
        in.skipNBytes(length);
      }
    }
  }

  private void readCode() throws IOException {
    in.skipNBytes(4);
    in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
    in.skipNBytes(8L * in.readUnsignedShort());
    readAttributes(true);
  }

  private void readFirstLine(long length) throws IOException {
    in.skipNBytes(4);
    line = in.readUnsignedShort();
    in.skipNBytes(length - 6);
  }
}
