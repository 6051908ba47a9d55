package dev.entourage.preparer;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A lambda without what it captured: all that decides which code runs.
 *
 * @param capturing the class whose code made it, such as {@code a.Foo$Bar}
 * @param face the functional interface, such as {@code a/Fn}
 * @param name the interface's method
 * @param erased the method's descriptor, erased
 * @param kind how the implementation is called, as in {@link MethodHandleInfo}
 * @param owner the implementation's class, such as {@code a/Foo}
 * @param method the implementation's name
 * @param type the implementation's descriptor
 * @param instantiated the interface method's descriptor as the lambda's type has it
 * @param java the Java whose own code it is, when another Java may name other code so; else empty
 * @param serializable whether it can be written by {@code java.io}
 * @param markers the names of its other interfaces
 * @param bridges descriptors under which the interface's method is there as well
 */
record LambdaShape(
    String capturing,
    String face,
    String name,
    String erased,
    int kind,
    String owner,
    String method,
    String type,
    String instantiated,
    String java,
    boolean serializable,
    List<String> markers,
    List<String> bridges) {

  private static final int FIXED = 12;

  /** The last part is a position in the class. Those of serializable lambdas have a hash before. */
  private static final Pattern POSITIONAL = Pattern.compile("lambda\\$[^$]*\\$\\d+");

  /** Reads the shape of a lambda. */
  static LambdaShape of(SerializedLambda lambda, Class<?> type) {
    return new LambdaShape(
        lambda.getCapturingClass().replace('/', '.'),
        lambda.getFunctionalInterfaceClass(),
        lambda.getFunctionalInterfaceMethodName(),
        lambda.getFunctionalInterfaceMethodSignature(),
        lambda.getImplMethodKind(),
        lambda.getImplClass(),
        lambda.getImplMethodName(),
        lambda.getImplMethodSignature(),
        lambda.getInstantiatedMethodType(),
        javaOf(
            ClassNames.findInternal(lambda.getImplClass(), type.getClassLoader()),
            lambda.getImplMethodName()),
        true,
        markers(lambda.getFunctionalInterfaceClass().replace('/', '.'), type),
        bridges(
            lambda.getFunctionalInterfaceMethodName(),
            lambda.getFunctionalInterfaceMethodSignature(),
            type));
  }

  /** Names the Java when a method is one that each Java's compiler numbers anew. */
  static String javaOf(Class<?> owner, String method) {
    return ClassNames.isJdk(owner) && POSITIONAL.matcher(method).matches()
        ? Runtime.version().toString()
        : "";
  }

  /** Names the other interfaces of a lambda's class. */
  static List<String> markers(String face, Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .map(Class::getName)
        .filter(name -> !name.equals(face) && !name.equals("java.io.Serializable"))
        .toList();
  }

  /** The metafactory makes one method for each descriptor; all but the first are bridges. */
  static List<String> bridges(String name, String erased, Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .map(LambdaShape::descriptor)
        .filter(text -> !text.equals(erased))
        .sorted()
        .toList();
  }

  private static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  String[] head() {
    List<String> head =
        new ArrayList<>(
            List.of(
                capturing,
                face,
                name,
                erased,
                Integer.toString(kind),
                owner,
                method,
                type,
                instantiated,
                java,
                Boolean.toString(serializable),
                Integer.toString(markers.size())));
    head.addAll(markers);
    head.addAll(bridges);
    return head.toArray(String[]::new);
  }

  static LambdaShape read(String[] head) {
    for (int i = 0; i < Math.max(FIXED, head.length); i++) {
      Heads.text("lambda", head, i);
    }
    int markers = FIXED + number(head[FIXED - 1]);
    if (markers < FIXED || markers > head.length) {
      throw Heads.damaged("lambda");
    }
    return new LambdaShape(
        head[0],
        head[1],
        head[2],
        head[3],
        number(head[4]),
        head[5],
        head[6],
        head[7],
        head[8],
        head[9],
        Boolean.parseBoolean(head[10]),
        List.of(head).subList(FIXED, markers),
        List.of(head).subList(markers, head.length));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Heads.damaged("lambda");
    }
  }

  /** Says whether the first captured value is what the implementation is called on. */
  boolean capturesReceiver() {
    return kind == MethodHandleInfo.REF_invokeSpecial
        || kind == MethodHandleInfo.REF_invokeVirtual
        || kind == MethodHandleInfo.REF_invokeInterface;
  }

  /** Returns the classes that must be found where the lambda is rebuilt. */
  Stream<Class<?>> classes(ClassLoader loader) {
    return Stream.concat(
            Stream.of(capturing), Stream.concat(Stream.of(face, owner), markers.stream()))
        .<Class<?>>map(name -> ClassNames.findInternal(name, loader))
        .distinct();
  }
}
