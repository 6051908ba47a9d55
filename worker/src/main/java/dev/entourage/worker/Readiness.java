package dev.entourage.worker;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Sleeps until a socket that doesn't block has something to read, or room. */
final class Readiness {

  private final SocketChannel channel;
  private volatile Selector readable;
  private volatile Selector writable;

  Readiness(SocketChannel channel) {
    this.channel = channel;
  }

  /** Before anybody waits for something to read. */
  void open() throws IOException {
    readable = Selector.open();
    channel.register(readable, SelectionKey.OP_READ);
  }

  /** Comes back also when the socket is closed, which who reads on is told. */
  void awaitSomething(long millis) throws IOException {
    try {
      readable.select(key -> {}, millis);
    } catch (ClosedSelectorException | CancelledKeyException e) {
      // Who reads on is told.
    }
  }

  void wakeUp() {
    try {
      readable.wakeup();
    } catch (ClosedSelectorException e) {
      // Nobody waits in it any more.
    }
  }

  /** For one thread at a time. */
  void awaitRoom() throws IOException {
    if (writable == null) {
      Selector selector = Selector.open();
      writable = selector;
      try {
        channel.register(selector, SelectionKey.OP_WRITE);
      } catch (ClosedChannelException e) {
        selector.close();
        throw e;
      }
    }
    select(writable);
  }

  private static void select(Selector selector) throws IOException {
    try {
      selector.select(key -> {});
    } catch (ClosedSelectorException | CancelledKeyException e) {
      throw new AsynchronousCloseException();
    }
  }

  /** Only then is a closed socket gone, and whoever waits comes back. */
  void close() throws IOException {
    if (readable != null) {
      readable.close();
    }
    Selector writing = writable;
    if (writing != null) {
      writing.close();
    }
  }
}
