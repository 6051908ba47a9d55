package dev.entourage.preparer;

import dev.entourage.preparer.LambdaPool.Call;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Set;

/** What lambdas call to turn primitives into objects and back. */
final class Boxing {

  private static final List<Class<?>> WRAPPERS =
      List.of(
          Boolean.class,
          Byte.class,
          Character.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class);

  private static final Set<String> OWNERS =
      Set.of(
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double",
          "java/lang/Number");

  private Boxing() {}

  /** Says whether a call may be there for another reason than being the implementation. */
  static boolean mayBe(Call call) {
    return isSuperConstructor(call)
        || isSerialRefusal(call)
        || OWNERS.contains(call.owner()) && (boxes(call) || unboxes(call));
  }

  /** Every class calls it. */
  private static boolean isSuperConstructor(Call call) {
    return call.owner().equals("java/lang/Object") && call.name().equals("<init>");
  }

  /** In lambdas of serializable types that whoever compiled them didn't ask to be serializable. */
  private static boolean isSerialRefusal(Call call) {
    return call.owner().equals("java/io/NotSerializableException") && call.name().equals("<init>");
  }

  static boolean boxes(Call call) {
    return OWNERS.contains(call.owner())
        && call.name().equals("valueOf")
        && call.type().length() > 3
        && call.type().charAt(2) == ')'
        && call.type().endsWith(")L" + call.owner() + ";");
  }

  private static boolean unboxes(Call call) {
    return call.name().endsWith("Value")
        && call.type().startsWith("()")
        && call.type().length() == 3;
  }

  static boolean isWrapper(Class<?> type) {
    return WRAPPERS.contains(type);
  }

  static List<Class<?>> wrappers() {
    return WRAPPERS;
  }

  static Class<?> wrapper(Class<?> primitive) {
    return MethodType.methodType(primitive).wrap().returnType();
  }

  /** Says whether a wrapper's value may be given for a primitive, as Java widens it. */
  static boolean fits(Class<?> wrapper, Class<?> primitive) {
    Class<?> from = MethodType.methodType(wrapper).unwrap().returnType();
    if (from == primitive) {
      return true;
    }
    String order = from == char.class ? "CIJFD" : "BSIJFD";
    int begin = order.indexOf(from.descriptorString());
    int end = order.indexOf(primitive.descriptorString());
    return begin >= 0 && end > begin;
  }
}
