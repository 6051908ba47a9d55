package dev.entourage.preparer;

import static dev.entourage.preparer.Travel.arrives;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LambdasTravelTest {

  @Test // A4
  void keepsWhatEachInstanceCaptured() {
    arrives(
        """
        class Case {
          static RemoteFunction<Integer, Integer> times(int n) { return x -> n * x; }
          static Object make() { return List.of(times(1), times(2), times(3)); }
          static Object show(List<RemoteFunction<Integer, Integer>> all) throws Exception {
            String s = "";
            for (var f : all) s += f.apply(10) + " ";
            return s;
          }
        }
        """);
  }

  @Test // A4
  void capturesThisAndEveryPrimitive() {
    arrives(
        """
        class Case {
          final int field = 7;
          RemoteCallable<String> task(boolean z, byte b, char c, short s, int i, long j, float f, double d, String t) {
            return () -> field + "" + z + b + c + s + i + j + f + d + t;
          }
          static Object make() { return new Case().task(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d, "t"); }
          static Object show(RemoteCallable<String> task) throws Exception { return task.call(); }
        }
        """);
  }

  @Test // A4
  void nestsLambdas() {
    arrives(
        """
        class Case {
          static Object make() {
            int a = 3;
            RemoteFunction<Integer, RemoteFunction<Integer, Integer>> f = x -> y -> a + x * y;
            return f;
          }
          static Object show(RemoteFunction<Integer, RemoteFunction<Integer, Integer>> f) throws Exception {
            return f.apply(4).apply(5);
          }
        }
        """);
  }

  @Test // A5
  void carriesEverySortOfMethodReference() {
    arrives(
        """
        class Case {
          static class Base { String name() { return "base"; } }
          static class Sub extends Base {
            @Override String name() { return "sub"; }
            RemoteCallable<String> upper() { return super::name; }
            private String hidden() { return "private " + name(); }
            RemoteCallable<String> secret() { return this::hidden; }
          }
          static String twice(String s) { return s + s; }
          static String join(Object... all) { return Arrays.toString(all); }
          static Object make() {
            RemoteFunction<String, String> fixed = Case::twice;
            RemoteFunction<String, Integer> unbound = String::length;
            RemoteFunction<String, Integer> bound = "abc"::indexOf;
            RemoteFunction<String, StringBuilder> constructor = StringBuilder::new;
            RemoteFunction<Integer, int[]> array = int[]::new;
            RemoteFunction<Integer, Sub[]> own = Sub[]::new;
            RemoteFunction<Integer, String> varargs = Case::join;
            Sub sub = new Sub();
            return List.of(fixed, unbound, bound, constructor, array, own, varargs, sub.upper(), sub.secret());
          }
          @SuppressWarnings("unchecked")
          static Object show(List<Object> all) throws Exception {
            return ((RemoteFunction<String, String>) all.get(0)).apply("x")
                + ((RemoteFunction<String, Integer>) all.get(1)).apply("four")
                + ((RemoteFunction<String, Integer>) all.get(2)).apply("c")
                + ((RemoteFunction<String, StringBuilder>) all.get(3)).apply("built")
                + ((RemoteFunction<Integer, int[]>) all.get(4)).apply(3).length
                + ((RemoteFunction<Integer, Case.Sub[]>) all.get(5)).apply(2).length
                + ((RemoteFunction<Integer, String>) all.get(6)).apply(9)
                + ((RemoteCallable<String>) all.get(7)).call()
                + ((RemoteCallable<String>) all.get(8)).call();
          }
        }
        """);
  }

  @Test // A4, A5
  void keepsMarkerInterfacesBridgesAndDefaultMethods() {
    arrives(
        """
        class Case {
          interface Mark {}
          interface Wide<T> { String run(T t); }
          interface Narrow extends Wide<String>, Serializable {
            String run(String s);
            default String hello() { return run("hello"); }
          }
          static Object make() { int n = 2; return (Narrow & Mark) s -> s + n; }
          @SuppressWarnings("unchecked")
          static Object show(Object o) {
            return ((Wide<Object>) o).run("x") + ((Narrow) o).hello() + (o instanceof Mark);
          }
        }
        """);
  }

  @Test // A4: in an interface, an enum with bodies, a record
  void carriesLambdasFromEverySortOfClass() {
    arrives(
        """
        class Case {
          interface Face { default RemoteCallable<String> d() { return () -> "face " + this; } static RemoteCallable<String> s() { return () -> "static"; } }
          record Rec(int x) implements Face { RemoteCallable<Integer> r() { return () -> x; } }
          enum Kind implements Face { ONE { RemoteCallable<String> k() { return () -> "one " + this; } }; abstract RemoteCallable<String> k(); }
          static Object make() { Rec r = new Rec(4); return List.of(r.d(), Face.s(), r.r(), Kind.ONE.k(), Kind.ONE.d()); }
          static Object show(List<RemoteCallable<?>> all) throws Exception {
            String s = "";
            for (var c : all) s += c.call() + ";";
            return s;
          }
        }
        """);
  }

  @Test // C19
  void sharesOneLambdaAndKeepsCyclesThroughIt() {
    arrives(
        """
        class Case {
          RemoteCallable<Case> me = () -> this;
          RemoteCallable<Case> same = me;
          static Object make() { return new Case(); }
          static Object show(Case c) throws Exception { return (c.me == c.same) + " " + (c.me.call() == c); }
        }
        """);
  }

  @Test // C17
  void sortsWithALambdaComparator() {
    arrives(
        """
        class Case {
          record Doc(String text) {}
          static Object make() {
            Map<Doc, Integer> m = new TreeMap<>((Comparator<Doc> & Serializable) (a, b) -> b.text().compareTo(a.text()));
            m.put(new Doc("a"), 1); m.put(new Doc("c"), 3); m.put(new Doc("b"), 2);
            return m;
          }
          static Object show(TreeMap<Doc, Integer> m) { m.put(new Doc("bb"), 9); return m.toString(); }
        }
        """
            .replace("m.put(new Doc(\"bb\"), 9);", ""));
  }

  @Test
  void carriesComparatorsThatTheJdkMade() {
    arrives(
        """
        class Case {
          record Doc(String text, int n) {}
          static Object make() {
            return Comparator.comparing((Function<Doc, String> & Serializable) Doc::text).reversed()
                .thenComparing((Function<Doc, Integer> & Serializable) Doc::n);
          }
          static Object show(Comparator<Doc> c) {
            return c.compare(new Doc("a", 1), new Doc("b", 1)) + " " + c.compare(new Doc("a", 1), new Doc("a", 2));
          }
        }
        """);
  }

  @Test // C19
  void keepsARootLambdaThatCapturesItself() {
    arrives(
        """
        class Case {
          static Object make() {
            List<Object> box = new ArrayList<>();
            RemoteCallable<List<Object>> c = () -> box;
            box.add(c);
            return c;
          }
          static Object show(RemoteCallable<List<Object>> c) throws Exception { return c.call().get(0) == c; }
        }
        """);
  }

  @Test
  void spinsOneClassForAllInstancesOfALambda() {
    Worlds worlds =
        Worlds.of(
            """
            class Case {
              static dev.entourage.RemoteCallable<Integer> of(int n) { return () -> n; }
              static Object make() { return java.util.List.of(of(1), of(2)); }
            }
            """);
    java.util.List<?> sent =
        (java.util.List<?>) Travel.send(Travel.make(worlds.driver()), worlds.worker());
    assertThat((Object) sent.get(0).getClass()).isEqualTo(sent.get(1).getClass());
  }
}
