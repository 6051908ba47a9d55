package cases;

import java.io.IOException;
import java.util.List;

class Exceptions {
  static class Mine extends IllegalStateException {
    final int code;
    final transient int skipped = 3;
    final List<String> notes = new java.util.ArrayList<>(List.of("note"));

    Mine(String message, Throwable cause, int code) {
      super(message, cause);
      this.code = code;
    }

    @Override
    public String getMessage() {
      return super.getMessage() + " code " + code;
    }
  }

  static Object[] roots() {
    Mine mine = new Mine("boom", new IOException("io"), 42);
    mine.addSuppressed(new IllegalArgumentException("suppressed"));
    return new Object[] {mine, new Error("error"), new ArrayIndexOutOfBoundsException(3), new RuntimeException()};
  }

  static String show(Object root) {
    Throwable t = (Throwable) root;
    String text = t + " " + t.getCause() + t.getSuppressed().length + t.getStackTrace()[0] + t.getStackTrace().length;
    return root instanceof Mine mine ? text + mine.code + mine.notes + mine.getSuppressed()[0] : text;
  }
}
