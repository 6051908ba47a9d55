package cases;

import dev.entourage.RemoteCallable;
import java.lang.reflect.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;

/** Makes random graphs of whatever classes a program has, and says all that is to be kept of them. */
class GraphMaker {
  private final Random random;
  private final List<Object> all = new ArrayList<>();

  private GraphMaker(long seed) {
    random = new Random(seed);
  }

  /** Each object may refer to each other one that is there before its fields are set. */
  static Object make(Class<?> program, long seed, int size) {
    try {
      return new GraphMaker(seed).graph(types(program), size);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> types(Class<?> program) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type : program.getDeclaredClasses()) {
      types.add(type);
      types.addAll(types(type));
    }
    types.sort(Comparator.comparing(Class::getName));
    return types;
  }

  private Object graph(List<Class<?>> types, int size) throws ReflectiveOperationException {
    for (int i = 0; i < size; i++) {
      Object made = random.nextInt(3) == 0 ? container() : object(types.get(random.nextInt(types.size())));
      if (made != null) all.add(made);
    }
    if (all.isEmpty()) return List.of();
    List<Object> made = List.copyOf(all);
    // Keys know what they are before somebody looks for them.
    for (Object each : made) if (isPlain(each.getClass())) fill(each);
    for (Object each : made) if (!isPlain(each.getClass())) fill(each);
    return new Object[] {any(Object.class), any(Object.class)};
  }

  private Object container() {
    switch (random.nextInt(15)) {
      case 0: return new ArrayList<>();
      case 1: return new LinkedList<>();
      case 2: return new HashMap<>();
      case 3: return new LinkedHashMap<>();
      case 4: return new TreeMap<>();
      case 5: return new ConcurrentHashMap<>();
      case 6: return new ArrayDeque<>();
      case 7: return new Object[random.nextInt(4)];
      case 8: return List.of(any(Object.class), any(Object.class));
      case 9: return Optional.of(any(Object.class));
      case 10: return new AtomicReference<>();
      case 11: return new HashSet<>();
      case 12: {
        Object part = any(Object.class);
        int number = random.nextInt();
        return (RemoteCallable<Object>) () -> number % 2 == 0 ? part : List.of(part);
      }
      case 13: return Map.of("k", any(Object.class));
      default: return Collections.unmodifiableList(new ArrayList<>(List.of(any(Object.class))));
    }
  }

  /** Null when there is nothing yet that such an object is made of. */
  private Object object(Class<?> type) throws ReflectiveOperationException {
    if (type.isEnum()) return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) return factory(type);
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Class<?>[] parameters = constructor.getParameterTypes();
    Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = value(parameters[i]);
      boolean outer = i == 0 && type.getEnclosingClass() == parameters[0] && !Modifier.isStatic(type.getModifiers());
      if (outer && arguments[i] == null) return null;
    }
    return constructor.newInstance(arguments);
  }

  /** What interfaces of the program call {@code make}: anonymous and local classes. */
  private Object factory(Class<?> type) throws ReflectiveOperationException {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals("make")) {
        method.setAccessible(true);
        return method.invoke(null, any(Object.class), random.nextInt());
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private void fill(Object object) throws ReflectiveOperationException {
    if (object instanceof Object[] array) {
      for (int i = 0; i < array.length; i++) array[i] = any(array.getClass().getComponentType());
    } else if (object instanceof AtomicReference<?>) {
      ((AtomicReference<Object>) object).set(any(Object.class));
    } else if (object instanceof ArrayList || object instanceof LinkedList || object instanceof ArrayDeque) {
      for (int i = random.nextInt(4); i > 0; i--) ((Collection<Object>) object).add(any(Object.class));
    } else if (object instanceof HashSet) {
      for (int i = random.nextInt(4); i > 0; i--) ((Collection<Object>) object).add(key());
    } else if (object instanceof HashMap || object instanceof ConcurrentHashMap) {
      for (int i = random.nextInt(4); i > 0; i--) ((Map<Object, Object>) object).put(key(), any(Object.class));
    } else if (object instanceof TreeMap) {
      for (int i = random.nextInt(4); i > 0; i--) ((Map<Object, Object>) object).put("k" + i, any(Object.class));
    } else if (isPlain(object.getClass())) {
      for (Field field : fields(object.getClass())) field.set(object, value(field.getType()));
    }
  }

  private static boolean isPlain(Class<?> type) {
    return type.getName().startsWith("cases.") && !type.isRecord() && !Enum.class.isAssignableFrom(type)
        && !type.isHidden() && !type.isAnonymousClass() && !type.isLocalClass();
  }

  /** Text, numbers, constants, and objects that say themselves when they are equal. */
  private Object key() {
    List<Object> keys = new ArrayList<>(List.of("a", "b", 3, 4L));
    for (Object each : all) if (each instanceof Enum || each instanceof Comparable) keys.add(each);
    return keys.get(random.nextInt(keys.size()));
  }

  private Object any(Class<?> type) {
    List<Object> fitting = new ArrayList<>();
    for (Object each : all) if (type.isInstance(each)) fitting.add(each);
    if (random.nextInt(5) == 0 || fitting.isEmpty()) {
      for (Object leaf : List.of("text " + random.nextInt(3), random.nextInt(), random.nextDouble(), 'c', new int[] {random.nextInt()})) {
        if (type.isInstance(leaf) && random.nextInt(2) == 0) return leaf;
      }
    }
    return fitting.isEmpty() ? (type == Object.class ? "none" : null) : fitting.get(random.nextInt(fitting.size()));
  }

  private Object value(Class<?> type) {
    if (type == int.class) return random.nextInt();
    if (type == long.class) return random.nextLong();
    if (type == boolean.class) return random.nextBoolean();
    if (type == double.class) return random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian();
    if (type == float.class) return random.nextFloat();
    if (type == char.class) return (char) random.nextInt(0xd800);
    if (type == byte.class) return (byte) random.nextInt();
    if (type == short.class) return (short) random.nextInt();
    if (type == String.class) return random.nextInt(4) == 0 ? null : "s" + random.nextInt(5);
    if (type == long[].class) return new long[] {random.nextLong(), 2};
    if (type.isArray() && !type.getComponentType().isPrimitive()) {
      Object[] array = (Object[]) Array.newInstance(type.getComponentType(), random.nextInt(3));
      for (int i = 0; i < array.length; i++) array[i] = value(type.getComponentType());
      return array;
    }
    return random.nextInt(6) == 0 ? null : any(type);
  }

  /** All that an object has, superclasses first; the compiler's own reference to the outer one, too. */
  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; c != null && c.getName().startsWith("cases."); c = c.getSuperclass()) {
      List<Field> own = new ArrayList<>();
      for (Field field : c.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) continue;
        field.setAccessible(true);
        own.add(field);
      }
      own.sort(Comparator.comparing(Field::getName));
      fields.addAll(0, own);
    }
    return fields;
  }

  static String show(Object root) {
    Map<Object, Integer> numbers = new IdentityHashMap<>();
    List<Object> met = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    try {
      say(root, numbers, met, text);
      for (int i = 0; i < met.size(); i++) {
        text.append('\n').append(i).append(' ');
        describe(met.get(i), numbers, met, text);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  /** Values by what they are; objects by their number, in the order in which they are met. */
  private static void say(Object part, Map<Object, Integer> numbers, List<Object> met, StringBuilder text) {
    if (part == null || part instanceof String || part instanceof Number && !(part instanceof AtomicInteger)
        || part instanceof Boolean || part instanceof Character) {
      text.append(part == null ? "null" : part.getClass().getSimpleName() + "=" + part).append(' ');
      return;
    }
    Integer number = numbers.putIfAbsent(part, met.size());
    if (number == null) met.add(part);
    text.append('#').append(number == null ? met.size() - 1 : number).append(' ');
  }

  private static void describe(Object object, Map<Object, Integer> numbers, List<Object> met, StringBuilder text)
      throws Exception {
    text.append(object instanceof RemoteCallable ? "lambda" : object.getClass().getName()).append(' ');
    if (object instanceof Enum<?> constant) {
      text.append(constant.name()).append(constant == Enum.valueOf(constant.getDeclaringClass(), constant.name()));
    } else if (object.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(object); i++) say(Array.get(object, i), numbers, met, text);
    } else if (object instanceof RemoteCallable<?> lambda) {
      Object part = lambda.call();
      boolean wrapped = part.getClass().getName().startsWith("java.util.ImmutableCollections$List12");
      text.append(wrapped);
      if (!wrapped) say(part, numbers, met, text);
    } else if (object instanceof Optional<?> optional) {
      say(optional.get(), numbers, met, text);
    } else if (object instanceof AtomicReference<?> reference) {
      say(reference.get(), numbers, met, text);
    } else if (object instanceof Map<?, ?> map) {
      for (Object key : ordered(object, map.keySet())) {
        text.append(map.containsKey(key) ? "has " : "lost ");
        say(key, numbers, met, text);
        say(map.get(key), numbers, met, text);
      }
    } else if (object instanceof Collection<?> collection) {
      for (Object each : ordered(object, collection)) {
        if (object instanceof Set) text.append(collection.contains(each) ? "has " : "lost ");
        say(each, numbers, met, text);
      }
    } else {
      int outer = 0;
      for (Field field : fields(object.getClass())) {
        text.append(field.getDeclaringClass().getSimpleName()).append('.').append(field.getName()).append('=');
        say(field.get(object), numbers, met, text);
      }
      for (Field field : object.getClass().getDeclaredFields()) {
        if (!field.isSynthetic() || Modifier.isStatic(field.getModifiers())) continue;
        field.setAccessible(true);
        text.append("outer").append(outer++).append('=');
        say(field.get(object), numbers, met, text);
      }
      for (Method method : object.getClass().getDeclaredMethods()) {
        if (method.getName().equals("tell") && method.getParameterCount() == 0) {
          method.setAccessible(true);
          text.append(method.invoke(object));
        }
      }
    }
  }

  /** The order of hashes is another one in each JVM. */
  private static List<Object> ordered(Object container, Collection<?> content) {
    List<Object> list = new ArrayList<>(content);
    boolean byHash = !(container instanceof LinkedHashMap)
        && (container instanceof HashMap || container instanceof ConcurrentHashMap || container instanceof HashSet);
    if (byHash) list.sort(Comparator.comparing(key -> key instanceof Enum<?> e ? e.getClass().getName() + e.name() : key.getClass().getName() + key));
    return list;
  }
}
