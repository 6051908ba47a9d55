package dev.entourage.preparer;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * URLs of what a session loader has in memory. A path begins with the numbers of the loader and of
 * the code source, so that no two files have equal URLs, and a URL that was made relative to
 * another finds the neighbour. Thread-safe.
 */
final class SessionUrls extends URLStreamHandler {

  private static final AtomicInteger LOADERS = new AtomicInteger();

  private final int loader = LOADERS.incrementAndGet();
  private final List<String> sources = new ArrayList<>();
  private final BiFunction<String, String, byte[]> contents;

  /**
   * Makes the URLs of one loader.
   *
   * @param contents finds a file by its code source and name; null when there is none
   */
  SessionUrls(BiFunction<String, String, byte[]> contents) {
    this.contents = contents;
  }

  URL of(String source, String name) {
    try {
      String path = "/" + loader + "/" + number(source) + "/" + name;
      return new URL(null, new URI("entourage", null, path, null).toASCIIString(), this);
    } catch (MalformedURLException | URISyntaxException e) {
      throw new UncheckedIOException(new IOException("No URL can name it: " + name, e));
    }
  }

  private synchronized int number(String source) {
    if (!sources.contains(source)) {
      sources.add(source);
    }
    return sources.indexOf(source);
  }

  private synchronized String source(String number) {
    try {
      return sources.get(Integer.parseInt(number));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private byte[] content(URL url) throws IOException {
    String[] steps = path(url).split("/", 4);
    boolean mine = steps.length == 4 && steps[1].equals(String.valueOf(loader));
    String source = mine ? source(steps[2]) : null;
    byte[] content = source == null ? null : contents.apply(source, steps[3]);
    if (content == null) {
      throw new FileNotFoundException(url.toString());
    }
    return content;
  }

  /** Users make URLs relative to these, and not all quote what they append. */
  private static String path(URL url) {
    try {
      return url.toURI().getPath();
    } catch (URISyntaxException e) {
      return url.getPath();
    }
  }

  @Override
  protected URLConnection openConnection(URL url) {
    return new Connection(url);
  }

  /** There is no host to look up, as URLs otherwise do to be compared. */
  @Override
  protected InetAddress getHostAddress(URL url) {
    return null;
  }

  private final class Connection extends URLConnection {

    private byte[] content;

    Connection(URL url) {
      super(url);
    }

    @Override
    public void connect() throws IOException {
      if (!connected) {
        content = content(url);
        connected = true;
      }
    }

    @Override
    public InputStream getInputStream() throws IOException {
      connect();
      return new ByteArrayInputStream(content);
    }

    @Override
    public long getContentLengthLong() {
      try {
        connect();
        return content.length;
      } catch (IOException e) {
        return -1;
      }
    }
  }
}
