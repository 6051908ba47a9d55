package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.preparer.ClassCapture.Captured;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
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
 * Finds the static fields that a task's code may read: from the bodies of its lambdas and the
 * methods of its objects along all calls. A call on an object leads to each class that can be
 * behind it. It sees more than will run, never less but for reflection.
 */
final class StaticsReach {

  private static final String INITIALISER = "<clinit>()V";

  private final Closure closure;
  private final StaticsOwners owners;
  private final Map<String, ClassCode> codes = new HashMap<>();

  /** What Groovy's classes mention: they call it by name, and no instruction tells what. */
  private final Map<String, Set<String>> calledByName = new HashMap<>();

  private final Subtypes subtypes = new Subtypes();
  private final Deque<Visit> waiting = new ArrayDeque<>();
  private final Set<Visit> visited = new HashSet<>();
  private final Set<String> touched = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private final Set<CodeRef> called = new HashSet<>();
  private final Set<CodeRef> calledOnObjects = new HashSet<>();
  private final Set<Field> fields = new HashSet<>();

  /** A method that may run. */
  private record Visit(String owner, String signature) {}

  private StaticsReach(Closure closure, StaticsOwners owners) {
    this.closure = closure;
    this.owners = owners;
    LeadingCode.of(closure, owners).forEach(this::index);
  }

  /**
   * Returns the fields that can be read, in an order.
   *
   * @param objects the classes of a task's objects, and its lambdas' own classes
   * @param closure all that they need
   * @param owners whose fields matter
   */
  static List<Field> of(Set<Class<?>> objects, Closure closure, StaticsOwners owners) {
    StaticsReach reach = new StaticsReach(closure, owners);
    objects.forEach(reach::enter);
    reach.run();
    return reach.fields.stream()
        .sorted(Comparator.comparing(f -> f.getDeclaringClass().getName() + ' ' + f.getName()))
        .toList();
  }

  private void index(Captured file) {
    String name = file.entry().name();
    Class<?> type = closure.classes().get(name);
    codes.put(name, read(name, file.bytes()));
    subtypes.add(type);
    if (GroovyObjects.has(type)) {
      calledByName.put(name, file.mentioned());
    }
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

  /** Anybody may call an object's methods; of a lambda's class only what it is made of. */
  private void enter(Class<?> object) {
    LambdaShape lambda = Lambdas.isLambda(object) ? LambdaKind.shape(object) : null;
    if (lambda == null) {
      made(object.getName());
    } else {
      callOnObject(new CodeRef(lambda.owner().replace('/', '.'), lambda.method(), lambda.type()));
      made(lambda.face().replace('/', '.'));
      lambda.markers().forEach(this::made);
    }
  }

  private void run() {
    while (!waiting.isEmpty()) {
      Visit visit = waiting.removeFirst();
      ClassCode code = codes.get(visit.owner());
      MethodCode method = code.methods().get(visit.signature());
      method.reads().forEach(this::read);
      method.calls().forEach(this::call);
      method.virtual().forEach(this::callOnObject);
      // What a handle leads to may be overridden as well.
      code.linked(method).forEach(this::callOnObject);
      method.faces().forEach(type -> SignatureNames.in(type).forEach(this::made));
    }
  }

  /** Says whether a class has a method of its own, which then may run. */
  private boolean visit(String owner, String signature) {
    ClassCode code = codes.get(owner);
    if (code == null || !code.methods().containsKey(signature)) {
      return false;
    }
    Visit visit = new Visit(owner, signature);
    if (visited.add(visit)) {
      waiting.add(visit);
      touch(owner);
    }
    return true;
  }

  /** Its initialiser may run, and those of its supertypes. */
  private void touch(String owner) {
    if (touched.add(owner)) {
      subtypes.above(owner).forEach(type -> visit(type, INITIALISER));
      if (calledByName.containsKey(owner)) {
        all(owner);
        calledByName.get(owner).forEach(this::all);
      }
    }
  }

  /** Whatever a class has may be called and read. */
  private void all(String owner) {
    if (codes.containsKey(owner)) {
      made(owner);
      codes.get(owner).methods().keySet().forEach(signature -> visit(owner, signature));
      declaredFields(closure.classes().get(owner))
          .filter(field -> Modifier.isStatic(field.getModifiers()))
          .forEach(this::read);
    }
  }

  private void call(CodeRef method) {
    if (called.add(method)) {
      call(method.owner(), method);
    }
  }

  private void call(String owner, CodeRef method) {
    if (method.name().equals("<init>")) {
      made(owner);
    }
    boolean found = false;
    for (String type : subtypes.above(owner)) {
      found = found || visit(type, method.signature());
    }
  }

  private void callOnObject(CodeRef method) {
    if (calledOnObjects.add(method)) {
      call(method);
      subtypes.below(method.owner()).forEach(type -> call(type, method));
    }
  }

  /** Whoever gets an object may call what its class and its supertypes have. */
  private void made(String owner) {
    if (made.add(owner)) {
      touch(owner);
      subtypes.above(owner).forEach(this::objects);
      subtypes.above(owner).forEach(this::constants);
    }
  }

  /** Whoever gets one constant of an enum may ask for all, and for what they hold. */
  private void constants(String owner) {
    Class<?> type = closure.classes().get(owner);
    if (type != null && type.isEnum() && owners.has(type) && haveState(owner)) {
      declaredFields(type).filter(Field::isEnumConstant).forEach(fields::add);
    }
  }

  private boolean haveState(String owner) {
    return subtypes.below(owner).stream()
        .anyMatch(type -> EnumState.mayChange(closure.classes().get(type), owners));
  }

  private void objects(String owner) {
    ClassCode code = codes.get(owner);
    if (code != null) {
      code.methods()
          .forEach(
              (signature, method) -> {
                if (method.isInstance()) {
                  visit(owner, signature);
                }
              });
    }
  }

  private void read(CodeRef ref) {
    Class<?> owner = closure.classes().get(ref.owner());
    if (owner == null) {
      return;
    }
    touch(ref.owner());
    find(owner, ref.name()).ifPresent(this::read);
    if (owner.isEnum()) {
      made(ref.owner());
    }
  }

  private void read(Field field) {
    touch(field.getDeclaringClass().getName());
    if (travels(field)) {
      fields.add(field);
    }
  }

  private Optional<Field> find(Class<?> owner, String name) {
    return Subtypes.hierarchy(owner)
        .filter(owners::has)
        .flatMap(StaticsReach::declaredFields)
        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getName().equals(name))
        .findFirst();
  }

  private static Stream<Field> declaredFields(Class<?> type) {
    try {
      return Stream.of(type.getDeclaredFields());
    } catch (NoClassDefFoundError e) {
      // Some field's type isn't on the driver: an optional dependency, and reflection gives up.
      return Stream.empty();
    }
  }

  /** The compiler's own fields are the same everywhere, and so are the names of constants. */
  private boolean travels(Field field) {
    Class<?> owner = field.getDeclaringClass();
    return !field.isSynthetic()
        && !field.isEnumConstant()
        && codes.containsKey(owner.getName())
        && owners.has(owner);
  }
}
