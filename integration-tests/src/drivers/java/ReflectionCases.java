import dev.entourage.Workers;
import java.io.IOException;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** All that reflection says of a class is the same on a worker. */
public class ReflectionCases {

  public static void main(String[] args) {
    Cases.run(ReflectionCases.class, args);
  }

  // What no object of the tasks is of: it shows only in declarations and annotations.

  enum Level {
    LOW,
    HIGH {
      @Override
      int weight() {
        return 2;
      }
    };

    int weight() {
      return 1;
    }
  }

  static final class OnlyInAnAnnotation {}

  static final class OnlyInAnArrayOfOne {}

  static final class OnlyThrown extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static final class OnlyAnArgument {}

  static final class OnlyABound implements Comparable<OnlyABound>, Runnable {
    @Override
    public int compareTo(OnlyABound other) {
      return 0;
    }

    @Override
    public void run() {}
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Detail {
    String value() default "none";

    Class<?> type() default OnlyInAnAnnotation.class;
  }

  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mark {
    Class<?> type() default void.class;

    Class<?>[] types() default {};

    Level level() default Level.LOW;

    Level[] levels() default {Level.HIGH, Level.LOW};

    Detail detail() default @Detail;

    Detail[] details() default {};

    long[] numbers() default {1, 2};

    String text() default "\"quoted\"";
  }

  @Inherited
  @Repeatable(Tags.class)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Tag {
    String value();
  }

  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @interface Tags {
    Tag[] value();
  }

  @Target(ElementType.TYPE_USE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Used {
    Class<?> by() default OnlyInAnAnnotation.class;
  }

  @Target({ElementType.TYPE_PARAMETER, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Small {
    Level value() default Level.HIGH;
  }

  @Mark(
      type = OnlyInAnAnnotation.class,
      types = {OnlyInAnArrayOfOne[].class, int.class, Map.Entry.class},
      level = Level.HIGH,
      details = {@Detail("a"), @Detail(value = "b", type = Level.class)})
  @Tag("one")
  @Tag("two")
  static class Base<@Small T extends @Used Comparable<? super T>> implements Serializable {
    private static final long serialVersionUID = 7L;

    @Mark(text = "field")
    protected transient @Used(by = Level.class) List<@Used ? extends T> items;

    OnlyAnArgument[][] nothing;

    @Mark
    Base(@Small @Mark(text = "parameter") int size, Optional<? super OnlyABound> bound)
        throws @Used OnlyThrown {}

    @Tag("alone")
    @SafeVarargs
    final <X extends OnlyABound & Runnable, E extends Exception> @Used Map<X, T[]> method(
        @Small(Level.LOW) Map<String, List<Optional<Map<X, ? extends T>>>> nested,
        @Used int @Used [] many,
        X... rest)
        throws IOException, E {
      return null;
    }

    class Inner<I> {
      Base<T>.Inner<? super I> other;
    }
  }

  static class Derived extends @Used Base<String> implements @Used Supplier<OnlyAnArgument> {
    private static final long serialVersionUID = 8L;

    Derived() throws OnlyThrown {
      super(1, Optional.empty());
    }

    @Override
    public OnlyAnArgument get() {
      return null;
    }
  }

  @Mark(types = Level.class)
  record Row<R extends Number>(
      @Small @Mark int index, @Used List<@Used R> values, OnlyAnArgument... rest) {
    @Mark(text = "compact")
    Row {
      values = List.copyOf(values);
    }

    static Row<Integer> empty() {
      return new Row<>(0, List.of());
    }
  }

  sealed interface Shape permits Round, Flat, Other {
    default double area() {
      return secret();
    }

    private double secret() {
      return 0;
    }
  }

  record Round(double radius) implements Shape {}

  static final class Flat implements Shape {}

  abstract static non-sealed class Other implements Shape {}

  interface Generic<A, B extends A> extends Function<A, List<? super B>> {
    Class<?> CONSTANT = OnlyAnArgument.class;
  }

  private static List<Class<?>> subjects() throws Exception {
    class Local<L extends Shape> {
      L shape;
    }
    Object anonymous =
        new Generic<Number, Integer>() {
          @Override
          public List<? super Integer> apply(Number number) {
            return null;
          }
        };
    return List.of(
        Base.class,
        Base.Inner.class,
        Derived.class,
        Row.class,
        Shape.class,
        Other.class,
        Level.class,
        Level.HIGH.getClass(),
        Generic.class,
        Mark.class,
        Tags.class,
        OnlyABound.class,
        Local.class,
        anonymous.getClass(),
        ReflectionCases.class,
        Row[].class);
  }

  // B12, B13, B14, B15
  static void allAnswersAreThoseOfTheDriver(Workers workers) throws Exception {
    for (Class<?> type : subjects()) {
      List<String> here = new Portrait(type).lines();
      Cases.check(here.size() > 10, "Too little is said of " + type);
      List<String> there = Cases.on(workers, () -> new Portrait(type).lines());
      for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
        Cases.same(here.get(i), there.get(i));
      }
      Cases.same(here.size(), there.size());
    }
  }

  // B14
  static void annotationsSayWhatTheySaidHere(Workers workers) throws Exception {
    Class<?> type = Derived.class;
    List<String> said =
        Cases.on(
            workers,
            () -> {
              Mark mark = type.getAnnotation(Mark.class);
              Tag[] tags = type.getAnnotationsByType(Tag.class);
              return List.of(
                  mark.type().getSimpleName(),
                  mark.types()[0].getSimpleName(),
                  mark.level() + "" + mark.level().weight() + (mark.level() == Level.HIGH),
                  mark.details()[1].value() + mark.details()[1].type().getSimpleName(),
                  mark.detail().type().getSimpleName(),
                  tags.length + tags[1].value(),
                  "" + type.getAnnotation(Mark.class).equals(Base.class.getAnnotation(Mark.class)));
            });
    Cases.same(
        List.of(
            "OnlyInAnAnnotation",
            "OnlyInAnArrayOfOne[]",
            "HIGH2true",
            "bLevel",
            "OnlyInAnAnnotation",
            "2two",
            "true"),
        said);
  }

  // B15
  static void constantsAndMembersWorkWhereTheyAreFound(Workers workers) throws Exception {
    Class<?> type = Level.class;
    Cases.same(
        "[LOW, HIGH] 2 3",
        Cases.on(
            workers,
            () ->
                Arrays.toString(type.getEnumConstants())
                    + " "
                    + ((Level) type.getEnumConstants()[1]).weight()
                    + " "
                    + Shape.class.getPermittedSubclasses().length));
  }

  /** Everything that reflection says of a class, in an order. */
  record Portrait(Class<?> type) {

    List<String> lines() {
      List<String> lines = new ArrayList<>(names());
      annotated("class", type, lines);
      lines.add("superclass " + type.getGenericSuperclass() + " " + type.getAnnotatedSuperclass());
      all("interface", type.getGenericInterfaces(), lines);
      all("annotated interface", type.getAnnotatedInterfaces(), lines);
      all("nest member", sorted(type.getNestMembers()), lines);
      all("declared class", sorted(type.getDeclaredClasses()), lines);
      all("public class", sorted(type.getClasses()), lines);
      all("permitted", orNone(type.getPermittedSubclasses()), lines);
      all("constant", orNone(type.getEnumConstants()), lines);
      variables(type.getTypeParameters(), lines);
      for (Field field : sorted(type.getDeclaredFields())) {
        annotated("field " + field.toGenericString(), field, lines);
        lines.add(field.getAnnotatedType() + " " + field.isSynthetic());
      }
      for (Constructor<?> constructor : sorted(type.getDeclaredConstructors())) {
        code(constructor, lines);
      }
      for (Method method : sorted(type.getDeclaredMethods())) {
        code(method, lines);
        lines.add(method.getGenericReturnType() + " " + method.getAnnotatedReturnType());
        lines.add("default " + text(method.getDefaultValue()) + method.isBridge());
      }
      all("public method", sorted(type.getMethods()), lines);
      for (RecordComponent component : orNoComponents()) {
        annotated("component " + component + component.getGenericSignature(), component, lines);
        lines.add(component.getAnnotatedType() + " by " + component.getAccessor());
      }
      return lines;
    }

    private List<String> names() {
      return List.of(
          type.toGenericString() + " " + type.getModifiers() + " " + type.getPackageName(),
          type.getSimpleName() + " " + type.getCanonicalName() + " " + type.getTypeName(),
          "host " + type.getNestHost() + " declared by " + type.getDeclaringClass(),
          "enclosed " + type.getEnclosingClass() + " " + type.getEnclosingMethod(),
          "constructor " + type.getEnclosingConstructor(),
          "is " + type.isRecord() + type.isSealed() + type.isEnum() + type.isAnnotation(),
          "is " + type.isLocalClass() + type.isAnonymousClass() + type.isMemberClass(),
          "assertions " + type.desiredAssertionStatus() + " component " + type.getComponentType(),
          "stream " + ObjectStreamClass.lookupAny(type),
          "package " + type.getPackage());
    }

    private RecordComponent[] orNoComponents() {
      return type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
    }

    private static Object[] orNone(Object[] found) {
      return found == null ? new Object[] {"none"} : found;
    }

    private static void code(Executable code, List<String> lines) {
      annotated(code.toGenericString(), code, lines);
      variables(code.getTypeParameters(), lines);
      all("parameter type", code.getGenericParameterTypes(), lines);
      all("annotated exception", code.getAnnotatedExceptionTypes(), lines);
      lines.add("receiver " + code.getAnnotatedReceiverType() + code.isVarArgs());
      for (Parameter parameter : code.getParameters()) {
        annotated("parameter " + parameter, parameter, lines);
        lines.add(parameter.getAnnotatedType() + " " + parameter.isImplicit());
      }
    }

    private static void variables(TypeVariable<?>[] variables, List<String> lines) {
      for (TypeVariable<?> variable : variables) {
        annotated(
            "variable " + variable + " of " + variable.getGenericDeclaration(), variable, lines);
        all("bound", variable.getBounds(), lines);
        all("annotated bound", variable.getAnnotatedBounds(), lines);
      }
    }

    private static void annotated(String what, AnnotatedElement element, List<String> lines) {
      lines.add(what);
      all("  annotation", printed(element.getAnnotations()), lines);
      all("  declared annotation", printed(element.getDeclaredAnnotations()), lines);
      all("  tag", printed(element.getAnnotationsByType(Tag.class)), lines);
    }

    /** Each JVM orders the values as it likes. */
    private static Object[] printed(Annotation[] annotations) {
      return Arrays.stream(annotations).map(Portrait::printed).toArray();
    }

    private static String printed(Annotation annotation) {
      Map<String, String> values = new TreeMap<>();
      for (Method method : annotation.annotationType().getDeclaredMethods()) {
        try {
          Object value = method.invoke(annotation);
          values.put(
              method.getName(),
              value instanceof Annotation one
                  ? printed(one)
                  : text(value instanceof Annotation[] many ? printed(many) : value));
        } catch (ReflectiveOperationException e) {
          values.put(method.getName(), e.toString());
        }
      }
      return annotation.annotationType() + " " + values;
    }

    private static void all(String what, Object[] values, List<String> lines) {
      lines.add(what + "s " + values.length);
      Arrays.stream(values).forEach(value -> lines.add(what + " " + value));
    }

    private static <T> T[] sorted(T[] values) {
      T[] sorted = values.clone();
      Arrays.sort(sorted, (a, b) -> a.toString().compareTo(b.toString()));
      return sorted;
    }

    private static String text(Object value) {
      return Arrays.deepToString(new Object[] {value});
    }
  }
}
