package dev.entourage.preparer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/** Shows a class file in memory as a resource, as tools that read class files want it. */
final class ClassFileUrl extends URLStreamHandler {

  private final byte[] file;

  private ClassFileUrl(byte[] file) {
    this.file = file;
  }

  static URL of(String path, byte[] file) {
    try {
      return new URL(null, "entourage:/" + path, new ClassFileUrl(file));
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected URLConnection openConnection(URL url) {
    return new URLConnection(url) {
      @Override
      public void connect() {}

      @Override
      public InputStream getInputStream() throws IOException {
        return new ByteArrayInputStream(file);
      }

      @Override
      public long getContentLengthLong() {
        return file.length;
      }
    };
  }
}
