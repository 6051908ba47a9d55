package dev.entourage.preparer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the classes in a descriptor or generic signature. Reads each character once and keeps no
 * recursion, so no text makes it slow or deep. Texts that follow no grammar name no classes.
 */
final class SignatureNames {

  /** What may stand between types. */
  private static final String FILLERS = "BCDFIJSZV[()*+-^:;";

  /** So many times its own length may the names in a text be: a hundred members in each other. */
  private static final int MOST = 50;

  private final String text;
  private final List<String> names = new ArrayList<>();

  /** The classes whose type arguments are being read. */
  private final Deque<String> open = new ArrayDeque<>();

  private int at;

  /** How many characters the names have; one that grows with each member would take all memory. */
  private long length;

  private SignatureNames(String text) {
    this.text = text;
  }

  /** The binary names of the classes in a text; empty when it is no descriptor or signature. */
  static List<String> in(String text) {
    SignatureNames names = new SignatureNames(text);
    return names.parse() ? names.names : List.of();
  }

  private boolean parse() {
    if (text.startsWith("<") && !parseTypeParameters()) {
      return false;
    }
    while (at < text.length()) {
      if (!parseNext()) {
        return false;
      }
    }
    return open.isEmpty();
  }

  /** Such as {@code <T:Ljava/lang/Object;U::Lp/I;>}. */
  private boolean parseTypeParameters() {
    at = 1;
    boolean nameNext = true;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>' && open.isEmpty()) {
        at++;
        return true;
      }
      if (nameNext && c != ':') {
        at = text.indexOf(':', at);
        if (at < 0) {
          return false;
        }
      }
      if (!parseNext()) {
        return false;
      }
      nameNext = open.isEmpty() && text.charAt(at - 1) == ';';
    }
    return false;
  }

  private boolean parseNext() {
    char c = text.charAt(at);
    if (c == 'L') {
      at++;
      return parseName("");
    }
    if (c == 'T') {
      at = text.indexOf(';', at) + 1;
      return at > 0;
    }
    if (c == '>') {
      return closeArguments();
    }
    at++;
    return FILLERS.indexOf(c) >= 0;
  }

  /** After the type arguments: the end, or a member class of the parameterised one. */
  private boolean closeArguments() {
    if (open.isEmpty() || at + 1 >= text.length()) {
      return false;
    }
    String outer = open.pop();
    char next = text.charAt(at + 1);
    at += 2;
    return next == '.' ? parseName(outer + '$') : next == ';';
  }

  private boolean parseName(String prefix) {
    String outer = prefix;
    while (true) {
      int from = at;
      char end = endOfName();
      // Only members of a class with arguments are parted so: p/Outer<TT;>.Inner.Deeper;
      if (end != ';' && end != '<' && (end != '.' || outer.isEmpty())) {
        return false;
      }
      String name = text.substring(from, at - 1).replace('/', '.');
      outer = outer.isEmpty() ? name : outer.concat(name);
      if (!add(outer, end == '<')) {
        return false;
      }
      if (end != '.') {
        return true;
      }
      outer = outer.concat("$");
    }
  }

  /** Moves behind the first character that is in no name, and returns it; 0 at the end. */
  private char endOfName() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case ';', '<', '.', '[', ':', '>', '(', ')':
          return c;
        default:
          if (c <= ' ') {
            return c;
          }
      }
    }
    return 0;
  }

  private boolean add(String name, boolean hasArguments) {
    names.add(name);
    length += name.length();
    if (hasArguments) {
      open.push(name);
    }
    return !name.isEmpty() && length <= (long) MOST * text.length();
  }
}
