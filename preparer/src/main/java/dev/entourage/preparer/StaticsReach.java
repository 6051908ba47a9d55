package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.preparer.ClassCapture.Captured;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the static fields that a task's code may read. It sees more than will run, never less but
 * for reflection: a call leads to each method of its name and descriptor, in whatever class.
 */
final class StaticsReach {

  private final Closure closure;
  private final Map<String, ClassCode> codes = new HashMap<>();
  private final Map<String, List<String>> bySignature = new HashMap<>();
  private final Deque<MethodCode> waiting = new ArrayDeque<>();
  private final Set<String> visited = new HashSet<>();
  private final Set<String> touched = new HashSet<>();
  private final Set<CodeRef> called = new HashSet<>();
  private final Set<Field> fields = new HashSet<>();

  private StaticsReach(Closure closure) {
    this.closure = closure;
    closure.captured().forEach(this::index);
  }

  /** Returns the fields that can be read from some classes' objects and lambdas, in an order. */
  static List<Field> of(Set<Class<?>> roots, Closure closure) {
    StaticsReach reach = new StaticsReach(closure);
    roots.forEach(root -> reach.enter(root.getName()));
    reach.run();
    return reach.fields.stream()
        .sorted(Comparator.comparing(f -> f.getDeclaringClass().getName() + ' ' + f.getName()))
        .toList();
  }

  private void index(Captured file) {
    String name = file.entry().name();
    ClassCode code = read(name, file.bytes());
    codes.put(name, code);
    code.methods()
        .keySet()
        .forEach(s -> bySignature.computeIfAbsent(s, unknown -> new ArrayList<>()).add(name));
  }

  private static ClassCode read(String name, byte[] bytes) {
    try {
      return ClassCode.of(bytes);
    } catch (IllegalArgumentException e) {
      throw new PreparationException(
          "The class file is broken: class="
              + name
              + ". "
              + e.getMessage()
              + ". Make its loader, or the ClassBytesSource that knows it, give away the file that"
              + " it was defined from.",
          "",
          e);
    }
  }

  /** Anybody may call an object's methods and a class's lambdas. */
  private void enter(String owner) {
    ClassCode code = codes.get(owner);
    if (code != null) {
      objects(owner);
      code.handles().forEach(this::call);
    }
  }

  private void objects(String owner) {
    codes
        .get(owner)
        .methods()
        .forEach(
            (signature, method) -> {
              if (method.isInstance()) {
                visit(owner, signature);
              }
            });
  }

  private void run() {
    while (!waiting.isEmpty()) {
      MethodCode method = waiting.removeFirst();
      method.reads().forEach(this::read);
      method.calls().forEach(this::call);
    }
  }

  private void visit(String owner, String signature) {
    ClassCode code = codes.get(owner);
    if (code == null || !code.methods().containsKey(signature)) {
      return;
    }
    if (visited.add(owner + ' ' + signature)) {
      MethodCode method = code.methods().get(signature);
      waiting.add(method);
      touch(owner);
      if (method.links()) {
        code.handles().forEach(this::call);
      }
    }
  }

  /** Its initialiser may run, too. */
  private void touch(String owner) {
    if (touched.add(owner)) {
      visit(owner, "<clinit>()V");
    }
  }

  private void call(CodeRef method) {
    if (!called.add(method)) {
      return;
    }
    if (method.name().equals("<init>")) {
      made(method.owner());
    } else {
      bySignature
          .getOrDefault(method.signature(), List.of())
          .forEach(owner -> visit(owner, method.signature()));
    }
  }

  private void made(String owner) {
    if (codes.containsKey(owner)) {
      objects(owner);
    }
  }

  private void read(CodeRef ref) {
    Class<?> owner = closure.classes().get(ref.owner());
    if (owner == null) {
      return;
    }
    touch(ref.owner());
    find(owner, ref.name()).filter(StaticsReach::travels).ifPresent(fields::add);
    if (owner.isEnum()) {
      made(ref.owner());
    }
  }

  private static Optional<Field> find(Class<?> owner, String name) {
    return hierarchy(owner)
        .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getInterfaces())))
        .flatMap(type -> Stream.of(type.getDeclaredFields()))
        .filter(field -> field.getName().equals(name))
        .findFirst();
  }

  private static Stream<Class<?>> hierarchy(Class<?> type) {
    return Stream.<Class<?>>iterate(type, next -> next != null, Class::getSuperclass);
  }

  /** The compiler's own fields and enum constants are the same everywhere. */
  private static boolean travels(Field field) {
    return Modifier.isStatic(field.getModifiers())
        && !field.isSynthetic()
        && !field.isEnumConstant()
        && MemoryCode.has(field.getDeclaringClass());
  }
}
