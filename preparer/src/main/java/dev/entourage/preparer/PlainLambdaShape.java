package dev.entourage.preparer;

import dev.entourage.preparer.LambdaPool.Call;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out what the lambdas of one hidden class call. Besides the implementation the class calls
 * nothing but boxing and unboxing; where the implementation is itself such a method, it must be the
 * only one that fits. Two that fit are none: nothing is guessed.
 */
final class PlainLambdaShape {

  private final Class<?> hidden;
  private final Class<?>[] captured;
  private final Class<?> capturing;
  private final ClassLoader loader;
  private final Lookup caller;
  private final Class<?> face;
  private final Method main;

  PlainLambdaShape(Class<?> hidden, Class<?>[] captured) throws IllegalAccessException {
    this.hidden = hidden;
    this.captured = captured.clone();
    this.loader = hidden.getClassLoader();
    this.capturing = ClassNames.find(Lambdas.capturing(hidden), loader);
    this.caller = TrustedLookup.in(capturing);
    this.face = hidden.getInterfaces()[0];
    this.main = methods().stream().filter(method -> !method.isBridge()).findFirst().orElseThrow();
  }

  LambdaShape read() throws Throwable {
    MethodHandle data = LambdaPool.classData(hidden);
    LambdaPool pool = LambdaPool.of(hidden);
    return data == null ? unique(pool) : given(data, pool);
  }

  private LambdaShape given(MethodHandle data, LambdaPool pool) throws Throwable {
    MethodHandleInfo info = caller.revealDirect(data);
    Call call =
        new Call(
            info.getDeclaringClass().getName().replace('.', '/'),
            info.getName(),
            info.getMethodType().toMethodDescriptorString());
    LambdaShape shape = fitting(new Target(call, info.getReferenceKind(), data.type()), pool);
    if (shape == null) {
      throw new IllegalArgumentException("its method doesn't fit its interface: " + call);
    }
    return shape;
  }

  private LambdaShape unique(LambdaPool pool) throws Throwable {
    List<Call> calls = pool.calls().stream().filter(call -> !Boxing.mayBe(call)).toList();
    List<LambdaShape> fitting = new ArrayList<>();
    for (Call call : calls.isEmpty() ? pool.calls() : calls) {
      LambdaShape shape = fitting(target(call), pool);
      if (shape != null) {
        fitting.add(shape);
      }
    }
    if (calls.size() > 1 || fitting.size() != 1) {
      throw new IllegalArgumentException("it may be any of " + pool.calls());
    }
    return fitting.get(0);
  }

  /**
   * A method that may be the implementation.
   *
   * @param call its name
   * @param kind how it is called, as in {@link MethodHandleInfo}
   * @param type its type, the receiver included
   */
  private record Target(Call call, int kind, MethodType type) {}

  private Target target(Call call) throws ReflectiveOperationException {
    Class<?> owner = ClassNames.findInternal(call.owner(), loader);
    MethodType type = MethodType.fromMethodDescriptorString(call.type(), loader);
    if (call.name().equals("<init>")) {
      MethodType making = type.changeReturnType(owner);
      return new Target(call, MethodHandleInfo.REF_newInvokeSpecial, making);
    }
    if (isStatic(owner, call.name(), type)) {
      return new Target(call, MethodHandleInfo.REF_invokeStatic, type);
    }
    int kind =
        owner.isInterface()
            ? MethodHandleInfo.REF_invokeInterface
            : MethodHandleInfo.REF_invokeVirtual;
    return new Target(call, kind, type.insertParameterTypes(0, owner));
  }

  private boolean isStatic(Class<?> owner, String name, MethodType type)
      throws ReflectiveOperationException {
    try {
      caller.findStatic(owner, name, type);
      return true;
    } catch (NoSuchMethodException | IllegalAccessException e) {
      caller.findVirtual(owner, name, type);
      return false;
    }
  }

  private LambdaShape fitting(Target target, LambdaPool pool) {
    MethodType erased = MethodType.methodType(main.getReturnType(), main.getParameterTypes());
    MethodType instantiated =
        new InstantiatedType(erased, target.type(), captured, target.call(), pool).find();
    if (instantiated == null) {
      return null;
    }
    Call call = target.call();
    return new LambdaShape(
        capturing.getName(),
        face.getName().replace('.', '/'),
        main.getName(),
        erased.toMethodDescriptorString(),
        target.kind(),
        call.owner(),
        call.name(),
        call.type(),
        instantiated.toMethodDescriptorString(),
        LambdaShape.javaOf(ClassNames.findInternal(call.owner(), loader), call.name()),
        false,
        LambdaShape.markers(face.getName(), hidden),
        LambdaShape.bridges(main.getName(), erased.toMethodDescriptorString(), hidden));
  }

  private List<Method> methods() {
    return Arrays.stream(hidden.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .toList();
  }
}
