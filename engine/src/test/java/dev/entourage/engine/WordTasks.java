package dev.entourage.engine;

import dev.entourage.RemoteFunction;

/** Tasks in a class of their own: one within a test would bring the whole test along. */
final class WordTasks {

  record Word(String text, int length) {}

  private WordTasks() {}

  static RemoteFunction<String, Word> word() {
    return text -> new Word(text, text.length());
  }
}
