import dev.entourage.PreparationException;
import dev.entourage.Workers;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** B16: what reflection gives, as values in fields. */
public class TypeValueCases {

  public static void main(String[] args) {
    Cases.run(TypeValueCases.class, args);
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Mark {
    Class<?>[] types();

    Size size() default Size.SMALL;

    Sub[] subs() default {};
  }

  @interface Sub {
    String value();
  }

  enum Size {
    SMALL,
    LARGE {}
  }

  static final class NeverMade {}

  record Row<R>(int index, List<? extends R> values, R[] all) {}

  @Mark(
      types = {NeverMade.class, int[].class},
      size = Size.LARGE,
      subs = {@Sub("a"), @Sub("b")})
  static class Subject<T extends Comparable<? super T>> {
    Map<String, List<? extends T>> map;
    List<? super NeverMade>[] array;
    T[] variables;
    Map.Entry<T, ?> entry;
    Subject<String>.Inner<int[]> inner;

    class Inner<I> {}

    private <X extends Exception & Runnable> List<X> method(int number, Map<X, T> map) throws X {
      return null;
    }
  }

  /** The values as reflection gives them; made on both sides. */
  private static List<Object> values() throws Exception {
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(NeverMade.class, int.class, void.class, Row[][].class, int[].class));
    values.addAll(List.of(Subject.Inner.class, Size.LARGE.getClass(), Map.Entry.class));
    for (String field : List.of("map", "array", "variables", "entry", "inner")) {
      values.add(Subject.class.getDeclaredField(field));
      values.add(Subject.class.getDeclaredField(field).getGenericType());
    }
    Method method = Subject.class.getDeclaredMethod("method", int.class, Map.class);
    values.addAll(List.of(method, method.getGenericReturnType(), method.getParameters()[1]));
    values.addAll(List.of(method.getTypeParameters()[0], Subject.class.getTypeParameters()[0]));
    values.add(Subject.class.getTypeParameters()[0].getBounds()[0]);
    Type entry = Subject.class.getDeclaredField("entry").getGenericType();
    values.add(((ParameterizedType) entry).getActualTypeArguments()[1]);
    values.add(Subject.class.getDeclaredConstructor());
    values.add(String.class.getMethod("valueOf", char[].class));
    values.add(MethodType.methodType(Row.class, int.class, NeverMade[].class));
    values.add(Subject.class.getAnnotation(Mark.class));
    values.add(Subject.class.getAnnotation(Mark.class).subs()[1]);
    return values;
  }

  /** A value in a field, twice, and in a cycle with what holds it. */
  static final class Holder {
    final Object value;
    final Object same;
    final Object[] around;
    final Map<Object, Holder> byValue = new HashMap<>();

    Holder(Object value) {
      this.value = value;
      this.same = value;
      this.around = new Object[] {this, value, List.of(value)};
      byValue.put(value, this);
    }

    /** Compares with what reflection gives here. */
    String compared(int index) throws Exception {
      Object own = values().get(index);
      return own.equals(value)
          + " "
          + value.equals(own)
          + " "
          + (own.hashCode() == value.hashCode())
          + " "
          + printed(own).equals(printed(value))
          + " "
          + (value == same && around[0] == this && around[1] == value)
          + " "
          + (((List<?>) around[2]).get(0) == value && byValue.get(own) == this);
    }
  }

  /** Each JVM orders the values of an annotation as it likes. */
  private static String printed(Object value) {
    char[] letters = value.toString().toCharArray();
    if (value instanceof Annotation) {
      Arrays.sort(letters);
    }
    return new String(letters);
  }

  static void valuesEqualThoseOfTheWorkerAndComeHome(Workers workers) throws Exception {
    List<Object> values = values();
    for (int i = 0; i < values.size(); i++) {
      Holder holder = new Holder(values.get(i));
      int index = i;
      String all = "true true true true true true";
      Cases.same(all, holder.compared(i));
      Cases.same(
          all + holder.value, Cases.on(workers, () -> holder.compared(index) + holder.value));
      Cases.same(all, Cases.on(workers, () -> holder).compared(i));
    }
  }

  static void membersWorkWhereTheyArrive(Workers workers) throws Exception {
    Field index = Row.class.getDeclaredField("index");
    index.setAccessible(true);
    Constructor<?> make = Row.class.getDeclaredConstructors()[0];
    make.setAccessible(true);
    Parameter parameter = make.getParameters()[0];
    RecordComponent component = Row.class.getRecordComponents()[1];
    Cases.same(
        "7 int java.util.List<? extends R> [x]",
        Cases.on(
            workers,
            () -> {
              Object row = make.newInstance(7, List.of("x"), null);
              component.getAccessor().setAccessible(true);
              return index.get(row)
                  + " "
                  + parameter.getType()
                  + " "
                  + component.getGenericType()
                  + " "
                  + component.getAccessor().invoke(row);
            }));
  }

  /** As Jackson's TypeReference and Guava's TypeToken do it. */
  abstract static class Token<T> {
    final Type type =
        ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
  }

  static void tokensOfLibrariesAreOrdinaryObjects(Workers workers) throws Exception {
    Token<Map<String, List<? extends NeverMade>>> token = new Token<>() {};
    Cases.same(
        token.type.toString(),
        Cases.on(
            workers,
            () -> {
              Type again =
                  ((ParameterizedType) token.getClass().getGenericSuperclass())
                      .getActualTypeArguments()[0];
              Cases.same(again, token.type);
              return token.type.toString();
            }));
  }

  static void refusesHandles(Workers workers) throws Exception {
    record Held(Object handle) {}
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Class<?> type = Row.class;
    for (Object handle :
        List.of(
            lookup.findVirtual(type, "index", MethodType.methodType(int.class)),
            MethodHandles.arrayElementVarHandle(int[].class),
            lookup)) {
      Held held = new Held(handle);
      PreparationException refused =
          Cases.thrown(
              PreparationException.class, () -> Cases.on(workers, () -> held.handle() + ""));
      Cases.check(refused.path().contains("handle → "), refused.getMessage());
      Cases.check(
          refused.getMessage().contains("look it up inside the task"), refused.getMessage());
    }
  }
}
