package dev.entourage.backend.testkit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program of random classes, as source text: each sort that Java knows, with fields of all types,
 * referring to each other in all directions.
 *
 * @param classes what its classes are
 */
record RandomProgram(List<Shape> classes) {

  static final String NAME = "Generated";

  /** What each sort of class is made of; each knows its number and its fields. */
  enum Sort {
    PLAIN("static %1$s class C%2$d { %3$s }"),
    SERIALIZABLE("static class C%2$d implements java.io.Serializable { %3$s }"),
    /** Fields of one name in base and subclass. */
    DERIVED(
        "static abstract class B%2$d { private %4$s f0; protected Object f1; }"
            + " static %1$s class C%2$d extends B%2$d { %3$s }"),
    RECORD("record C%2$d(%5$s) {}"),
    ENUM(
        "enum C%2$d { A { int tell() { return 1; } }, B; int tell() { return 2; }"
            + " final int own = 3; }"),
    SEALED(
        "sealed interface I%2$d permits C%2$d, D%2$d {} record C%2$d(%5$s) implements I%2$d {}"
            + " static final class D%2$d implements I%2$d { I%2$d other; %3$s }"),
    GENERIC("static class C%2$d<T, U extends List<? super T>> { T t; U u; T[] ts; %3$s }"),
    INNER("static class C%2$d { %3$s class In { Object in; class Deep { int n; C%2$d out; } } }"),
    KEY(
        "static final class C%2$d implements Comparable<C%2$d> { int id; %3$s"
            + " public int hashCode() { return id; }"
            + " public boolean equals(Object o) { return o instanceof C%2$d c && c.id == id; }"
            + " public int compareTo(C%2$d c) { return Integer.compare(id, c.id); }"
            + " public String toString() { return \"\" + id; } }"),
    ANONYMOUS(
        "interface C%2$d { Object tell(); static Object make(Object part, int n) {"
            + " class Local implements C%2$d { Object kept = part;"
            + " public Object tell() { return n + \"local\" + (kept == part || part instanceof Number); } }"
            + " return n %% 2 == 0 ? new Local() : new C%2$d() {"
            + " final Object mine = part; public Object tell() { return n + \"anonymous\"; } }; } }");

    private final String text;

    Sort(String text) {
      this.text = text;
    }
  }

  /**
   * One class.
   *
   * @param sort what it is
   * @param isFinal where it may be
   * @param fields their types; a number stands for the class of that number
   */
  record Shape(Sort sort, boolean isFinal, List<String> fields) {

    String text(int number, int classes) {
      String first = fields.isEmpty() ? "int" : type(fields.get(0), classes);
      return sort.text.formatted(
          isFinal ? "final" : "", number, fields(classes, ";"), first, fields(classes, ","));
    }

    private String fields(int classes, String end) {
      List<String> all =
          IntStream.range(0, fields.size())
              .mapToObj(i -> type(fields.get(i), classes) + " f" + i)
              .toList();
      return end.equals(";")
          ? all.stream().map(field -> field + ";").collect(Collectors.joining(" "))
          : String.join(end, all);
    }

    /** Of generic classes the raw type will do. */
    private static String type(String field, int classes) {
      return field.matches("\\d+.*")
          ? field.replaceFirst(
              "\\d+", "C" + Integer.parseInt(field.replaceAll("\\D", "")) % classes)
          : field;
    }
  }

  /** The program's source. */
  String text() {
    String all =
        IntStream.range(0, classes.size())
            .mapToObj(i -> "  " + classes.get(i).text(i, classes.size()))
            .collect(Collectors.joining("\n"));
    return """
        package cases;
        import java.util.*;
        @SuppressWarnings({"rawtypes", "unchecked"})
        class Generated {
        %s
          static Object make(long seed, int size) { return GraphMaker.make(Generated.class, seed, size); }
          static String show(Object root) { return GraphMaker.show(root); }
        }
        """
        .formatted(all);
  }

  /** Compiles it and loads it where nobody else sees it. */
  Program load() {
    return Program.of(NAME, Sources.compile(NAME, text(), "GraphMaker"));
  }
}
