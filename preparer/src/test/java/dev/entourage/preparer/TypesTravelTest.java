package dev.entourage.preparer;

import static dev.entourage.preparer.Travel.arrives;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** B16: what reflection gives, as values, to a worker and on to another driver. */
class TypesTravelTest {

  /** Both sides make the value; the one that arrived must be equal to the one that is there. */
  private static DynamicTest equal(String what, String type, String expression) {
    String program =
        """
        class Case<T extends Comparable<T>, U extends Map<?, ? super T>> {
          Object value; Object same; Object[] within;
          static class Inner<A> { class Deep<B> { Inner<A>.Deep<B> self; } }
          record Rec<R>(int x, List<? extends R> list, R[] all) {}
          @Retention(RetentionPolicy.RUNTIME) @interface Mark { Class<?>[] types() default {}; Kind kind() default Kind.B; Sub[] subs() default {}; long[] numbers() default {1, 2}; }
          @Retention(RetentionPolicy.RUNTIME) @interface Sub { String value(); Class<?> type() default int.class; }
          enum Kind { A, B { } }
          List<String> list; Map<String, List<? extends T>> map; List<? super Number>[] array; T[] variables; T variable; U other;
          Map.Entry<T, ?> entry; Case<String, Map<?, ? super String>>.NonStatic<Integer> nonStatic; Inner<String>.Deep<int[]> deep; List<?> any;
          class NonStatic<V> {}
          @Mark(types = {Case.class, int[].class, Map.Entry.class}, kind = Kind.A, subs = {@Sub("a"), @Sub(value = "b", type = Inner.class)})
          <M extends Exception & Runnable> List<M> method(int first, Map<M, T> second) throws M { return null; }
          private Case() {}
          static Type generic(String field) { try { return Case.class.getDeclaredField(field).getGenericType(); } catch (Exception e) { throw new Error(e); } }
          static Method method() { return Stream.of(Case.class.getDeclaredMethods()).filter(m -> m.getParameterCount() == 2).findFirst().get(); }
          static TYPE value() throws Exception { return EXPRESSION; }
          static Object make() throws Exception { Case<?, ?> c = new Case<>(); c.value = value(); c.same = c.value; c.within = new Object[] {c.value, c, List.of(c.value)}; return c; }
          static Object show(Case<?, ?> c) throws Exception {
            Object own = value();
            return own.equals(c.value) + " " + c.value.equals(own) + " " + (own.hashCode() == c.value.hashCode()) + " " + own.toString().equals(c.value.toString())
                + " " + (c.value == c.same && c.value == c.within[0] && c == c.within[1] && c.value == ((List<?>) c.within[2]).get(0)) + " " + c.value;
          }
        }
        """
            .replace("TYPE", type)
            .replace("EXPRESSION", expression);
    return DynamicTest.dynamicTest(
        what,
        () ->
            assertThat(
                    arrives("import java.util.stream.*; import java.lang.annotation.*; " + program))
                .startsWith("true true true true true"));
  }

  @TestFactory
  Stream<DynamicTest> areEqualWhereTheyArrive() {
    return Stream.of(
        equal("a class", "Class<?>", "Case.class"),
        equal("a primitive type", "Class<?>", "int.class"),
        equal("void", "Class<?>", "void.class"),
        equal("an array", "Class<?>", "Inner[][].class"),
        equal("an array of primitives", "Class<?>", "int[].class"),
        equal("a nested class", "Class<?>", "Inner.Deep.class"),
        equal("a constant's class", "Class<?>", "Kind.B.getClass()"),
        equal("List<String>", "Type", "generic(\"list\")"),
        equal("nested type arguments", "Type", "generic(\"map\")"),
        equal("an array of a generic type", "Type", "generic(\"array\")"),
        equal("an array of a variable", "Type", "generic(\"variables\")"),
        equal("a variable", "Type", "generic(\"variable\")"),
        equal("a variable with generic bounds", "Type", "generic(\"other\")"),
        equal("a member of an interface", "Type", "generic(\"entry\")"),
        equal("an inner class of a generic type", "Type", "generic(\"nonStatic\")"),
        equal("an inner class of a nested type", "Type", "generic(\"deep\")"),
        equal(
            "a wildcard",
            "Type",
            "((ParameterizedType) generic(\"any\")).getActualTypeArguments()[0]"),
        equal(
            "a lower bound",
            "Type",
            "((ParameterizedType) ((GenericArrayType) generic(\"array\")).getGenericComponentType()).getActualTypeArguments()[0]"),
        equal("a method's variable", "Type", "method().getTypeParameters()[0]"),
        equal("a method", "Method", "method()"),
        equal("a method of the JDK", "Method", "String.class.getMethod(\"length\")"),
        equal("a field", "Field", "Case.class.getDeclaredField(\"map\")"),
        equal(
            "a constructor",
            "java.lang.reflect.Constructor<?>",
            "Case.class.getDeclaredConstructor()"),
        equal("a parameter", "Parameter", "method().getParameters()[1]"),
        equal(
            "a method type",
            "java.lang.invoke.MethodType",
            "java.lang.invoke.MethodType.methodType(Case[].class, int.class, Kind.class)"),
        equal("an annotation", "Object", "method().getAnnotation(Mark.class)"),
        equal("a nested annotation", "Object", "method().getAnnotation(Mark.class).subs()[1]"));
  }

  @Test
  void carriesRecordComponents() {
    arrives(
        """
        class Case {
          record Rec<R>(int x, List<? extends R> list) {}
          static Object make() { return List.of(Rec.class.getRecordComponents()[1], Rec.class.getRecordComponents()[0]); }
          static Object show(List<RecordComponent> all) throws Exception {
            Rec<String> rec = new Rec<>(7, List.of("x"));
            all.forEach(c -> c.getAccessor().setAccessible(true));
            return all.get(0) + " " + all.get(0).getGenericType() + all.get(0).getAccessor().invoke(rec) + all.get(1).getAccessor().invoke(rec);
          }
        }
        """);
  }

  @Test
  void carriesTypesOfLibrariesAsOrdinaryObjects() {
    arrives(
        """
        class Case<T> {
          static abstract class Token<T> {
            final Type type = ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
          }
          record Own(Type raw, Type... args) implements ParameterizedType {
            public Type[] getActualTypeArguments() { return args; }
            public Type getRawType() { return raw; }
            public Type getOwnerType() { return null; }
          }
          static Object make() { return List.of(new Token<Map<String, ? extends Case<int[]>>>() {}, new Own(List.class, new Token<List<Case<?>>>() {}.type)); }
          static Object show(List<Object> all) {
            Own own = (Own) all.get(1);
            return ((Token<?>) all.get(0)).type + " " + all.get(0).getClass() + own.raw() + own.args()[0] + own.getClass();
          }
        }
        """);
  }

  @Test
  void callsMethodsThatWereMadeAccessible() {
    arrives(
        """
        class Case {
          private String secret(int x) { return "secret " + x; }
          static Object make() throws Exception { Method m = Case.class.getDeclaredMethod("secret", int.class); m.setAccessible(true); return m; }
          static Object show(Method m) throws Exception { return m.invoke(new Case(), 4); }
        }
        """);
  }

  /** What belongs to the code that looked it up, and what has no name. */
  @Test
  void refusesHandlesAndNamelessClassesWithTheWayToThem() throws Exception {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Object proxy =
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Runnable.class}, (p, m, a) -> null);
    Runnable lambda = () -> {};
    refuses(lookup.unreflect(String.class.getMethod("length")), "send a lambda");
    refuses(lookup, "send a lambda");
    refuses(MethodHandles.arrayElementVarHandle(int[].class), "send a lambda");
    refuses(proxy.getClass(), "no name");
    refuses(lambda.getClass(), "no name");
    refuses(java.lang.reflect.Array.newInstance(lambda.getClass(), 0).getClass(), "no name");
    refuses(proxy.getClass().getDeclaredMethods()[0], "no name");
  }

  private static void refuses(Object value, String hint) {
    assertThatThrownBy(() -> Travel.copy(Map.of("held", new Object[] {value})))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("[held] → [0] → " + value.getClass().getTypeName())
        .hasMessageContaining(hint);
  }

  @Test
  void rejectsDamagedForms() {
    damaged("type", new String[] {"parameterized"}, List.class);
    damaged("type", new String[] {"parameterized"}, "List", null);
    damaged("type", new String[] {"wildcard", "2"}, String.class);
    damaged("type", new String[] {"wildcard", "x"}, String.class);
    damaged("type", new String[] {"array"}, new Object[] {null});
    damaged("type", new String[] {"other"});
    damaged("declared", new String[] {"variable", "1"}, List.class);
    damaged("declared", new String[] {"variable", "0"}, "List");
    damaged("declared", new String[] {"component", "0"}, String.class);
    damaged("method-type", new String[] {});
    damaged("annotation", new String[] {"java.lang.String"});
    damaged("annotation", new String[] {"java.lang.Deprecated", "since"});
    damaged("annotation", new String[] {"java.lang.Deprecated", "since", "forRemoval"}, "1", 2);
    damaged("collector", new String[] {"NONE"}, null, null, null, null);
  }

  private static void damaged(String kind, String[] head, Object... parts) {
    assertThatThrownBy(() -> Tables.rebuilt(new Form(kind, head, parts)))
        .isInstanceOf(dev.entourage.MarshallingException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void isPrintedAsTheJdkPrintsIt() throws Exception {
    Type type = Map.class.getMethod("entrySet").getGenericReturnType();
    Type there = Travel.copy(new Type[] {type})[0];
    assertThat(there).hasToString(type.toString()).isNotSameAs(type);
    assertThat(Travel.copy(new Type[] {there})[0]).isEqualTo(type);
  }
}
