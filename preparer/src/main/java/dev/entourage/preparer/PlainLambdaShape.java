package dev.entourage.preparer;

import dev.entourage.preparer.LambdaPool.Call;
import dev.entourage.preparer.LambdaSites.Site;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
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
 * only one that fits, or the one that the capturing class's file names. Nothing is guessed.
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
    return shape != null ? shape : stated(List.of(call), pool);
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
    return calls.size() <= 1 && fitting.size() == 1 ? fitting.get(0) : stated(pool.calls(), pool);
  }

  /**
   * What the capturing class's file says. Two places of it may make lambdas that look alike: then
   * each shape is tried out, and must give the very class that is there.
   */
  private LambdaShape stated(List<Call> calls, LambdaPool pool) throws Throwable {
    List<LambdaShape> found = new ArrayList<>();
    for (Site site : sites()) {
      CodeRef to = site.implementation();
      Call call = new Call(to.owner().replace('.', '/'), to.name(), to.type());
      if (isHere(site) && calls.contains(call)) {
        LambdaShape shape = shape(call, site.kind(), site.instantiated());
        if (!found.contains(shape) && gives(shape, pool)) {
          found.add(shape);
        }
      }
    }
    // Boxing what a method unboxed, and unboxing what a method boxed, are the same instructions.
    if (found.stream().map(LambdaShape::instantiated).distinct().count() != 1) {
      throw new IllegalArgumentException("it may be any of " + calls);
    }
    return found.get(0);
  }

  private List<Site> sites() {
    return ClassFiles.of(capturing).map(LambdaSites::in).orElse(List.of());
  }

  private boolean isHere(Site site) {
    return site.name().equals(main.getName())
        && site.erased().equals(erased().toMethodDescriptorString())
        && site.making().equals(MethodType.methodType(face, captured).toMethodDescriptorString());
  }

  private boolean gives(LambdaShape shape, LambdaPool pool) throws Throwable {
    MethodHandle factory = LambdaLinker.link(caller, shape, captured.length);
    List<Object> nothing = new ArrayList<>();
    for (Class<?> type : captured) {
      nothing.add(MethodHandles.zero(type).invoke());
    }
    Class<?> tried = factory.invokeWithArguments(nothing).getClass();
    return LambdaPool.of(tried).equals(pool);
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
    MethodType instantiated =
        new InstantiatedType(erased(), target.type(), captured, target.call(), pool).find();
    return instantiated == null
        ? null
        : shape(target.call(), target.kind(), instantiated.toMethodDescriptorString());
  }

  private MethodType erased() {
    return MethodType.methodType(main.getReturnType(), main.getParameterTypes());
  }

  private LambdaShape shape(Call call, int kind, String instantiated) {
    String erased = erased().toMethodDescriptorString();
    return new LambdaShape(
        capturing.getName(),
        face.getName().replace('.', '/'),
        main.getName(),
        erased,
        kind,
        call.owner(),
        call.name(),
        call.type(),
        instantiated,
        LambdaShape.javaOf(ClassNames.findInternal(call.owner(), loader), call.name()),
        false,
        LambdaShape.markers(face.getName(), hidden),
        LambdaShape.bridges(main.getName(), erased, hidden));
  }

  private List<Method> methods() {
    return Arrays.stream(hidden.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .toList();
  }
}
