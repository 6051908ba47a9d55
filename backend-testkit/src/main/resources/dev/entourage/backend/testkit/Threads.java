package cases;

import java.io.*;
import java.util.*;

class Threads {
  record Holder(String name, Object held) {}

  static Object[] roots() {
    return new Object[] {
      new Thread(), new Holder("h", new ArrayList<>(List.of(Thread.currentThread()))), new Object[] {new PushbackInputStream(new ByteArrayInputStream(new byte[1]))}, Map.of("k", Threads.class.getClassLoader())
    };
  }

  static String show(Object root) {
    return "";
  }
}
