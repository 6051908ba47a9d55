package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code Method}, {@code Field} and {@code Constructor} values, by class, name and descriptor. */
final class MemberKind implements FormKind {

  private static final Object[] NONE = {};

  @Override
  public String kind() {
    return "member";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == Method.class || type == Field.class || type == Constructor.class;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    Member member = (Member) value;
    types(member).forEach(type -> ClassKind.check(type, value));
    types(member).forEach(named);
    return new Form(
        kind(),
        new String[] {
          member.getDeclaringClass().getName(), signature(member), Boolean.toString(isOpen(value))
        },
        NONE);
  }

  private static Stream<Class<?>> types(Member member) {
    Stream<Class<?>> declaring = Stream.of(member.getDeclaringClass());
    return member instanceof Executable code
        ? Stream.concat(declaring, Arrays.stream(code.getParameterTypes()))
        : declaring;
  }

  /** Tells a member from all others of its class, bridges included. */
  private static String signature(Member member) {
    if (member instanceof Field field) {
      return "field " + field.getName() + " " + field.getType().descriptorString();
    }
    StringBuilder text = new StringBuilder();
    for (Class<?> type : ((Executable) member).getParameterTypes()) {
      text.append(type.descriptorString());
    }
    return member instanceof Method method
        ? "method " + method.getName() + text + method.getReturnType().descriptorString()
        : "constructor " + text;
  }

  /** Says whether the user made it accessible; there is no other way to ask without an object. */
  @SuppressWarnings("deprecation")
  private static boolean isOpen(Object member) {
    return ((AccessibleObject) member).isAccessible();
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Class<?> type = ClassNames.find(Heads.text(form, 0), loader);
    String signature = Heads.text(form, 1);
    AccessibleObject found =
        members(type, signature)
            .filter(member -> signature((Member) member).equals(signature))
            .findFirst()
            .orElseThrow(() -> missing(type, signature));
    if (Boolean.parseBoolean(Heads.text(form, 2))) {
      found.trySetAccessible();
    }
    return found;
  }

  private static Stream<AccessibleObject> members(Class<?> type, String signature) {
    return Arrays.stream(
        signature.startsWith("field ")
            ? type.getDeclaredFields()
            : signature.startsWith("method ")
                ? type.getDeclaredMethods()
                : type.getDeclaredConstructors());
  }

  private static MarshallingException missing(Class<?> type, String signature) {
    return new MarshallingException("%s has no %s here".formatted(type.getName(), signature));
  }
}
