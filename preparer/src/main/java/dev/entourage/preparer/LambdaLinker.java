package dev.entourage.preparer;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Makes the factory of all lambdas of one shape, as the capturing class's own code would. */
final class LambdaLinker {

  private final Lookup caller;
  private final LambdaShape shape;
  private final ClassLoader loader;

  private LambdaLinker(Lookup caller, LambdaShape shape) {
    this.caller = caller;
    this.shape = shape;
    this.loader = caller.lookupClass().getClassLoader();
  }

  /**
   * Makes a factory that takes the captured values. What it makes is as serializable as the first.
   */
  static MethodHandle link(Lookup caller, LambdaShape shape, int captured)
      throws ReflectiveOperationException, LambdaConversionException {
    return new LambdaLinker(caller, shape).factory(captured);
  }

  private MethodHandle factory(int captured)
      throws ReflectiveOperationException, LambdaConversionException {
    MethodHandle implementation = implementation();
    if (captured > implementation.type().parameterCount()) {
      throw Heads.damaged("lambda");
    }
    MethodType making =
        MethodType.methodType(
            type(shape.face()), implementation.type().parameterList().subList(0, captured));
    return LambdaMetafactory.altMetafactory(
            caller, shape.name(), making, arguments(implementation).toArray())
        .getTarget();
  }

  private List<Object> arguments(MethodHandle implementation) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(methodType(shape.erased()));
    arguments.add(implementation);
    arguments.add(methodType(shape.instantiated()));
    arguments.add(
        (shape.serializable() ? LambdaMetafactory.FLAG_SERIALIZABLE : 0)
            | LambdaMetafactory.FLAG_MARKERS
            | LambdaMetafactory.FLAG_BRIDGES);
    arguments.add(shape.markers().size());
    shape.markers().forEach(name -> arguments.add(type(name)));
    arguments.add(shape.bridges().size());
    shape.bridges().forEach(text -> arguments.add(methodType(text)));
    return arguments;
  }

  private MethodHandle implementation() throws ReflectiveOperationException {
    Class<?> owner = type(shape.owner());
    MethodType type = methodType(shape.type());
    String name = shape.method();
    return switch (shape.kind()) {
      case MethodHandleInfo.REF_invokeStatic -> caller.findStatic(owner, name, type);
      case MethodHandleInfo.REF_newInvokeSpecial -> caller.findConstructor(owner, type);
      case MethodHandleInfo.REF_invokeSpecial ->
          caller.findSpecial(owner, name, type, caller.lookupClass());
      case MethodHandleInfo.REF_invokeVirtual, MethodHandleInfo.REF_invokeInterface ->
          caller.findVirtual(owner, name, type);
      default -> throw Heads.damaged("lambda");
    };
  }

  private Class<?> type(String name) {
    return ClassNames.findInternal(name, loader);
  }

  private MethodType methodType(String descriptor) {
    return MethodType.fromMethodDescriptorString(descriptor, loader);
  }
}
