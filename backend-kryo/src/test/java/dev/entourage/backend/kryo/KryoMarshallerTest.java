package dev.entourage.backend.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.RefusedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KryoMarshallerTest {

  private final Marshaller marshaller = new KryoBackend().marshaller(new NoForms());

  private Object again(Object root) {
    return marshaller.read(marshaller.write(root, type -> {}));
  }

  static class Base {
    private final int size;

    Base(int size) {
      this.size = size;
    }
  }

  static final class Sub extends Base {
    private final int size;
    private final transient Object cache = new Object();

    Sub(int inherited, int own) {
      super(inherited);
      this.size = own;
    }
  }

  record Named(String name, List<Object> held) {}

  record Copying(List<Object> held) {
    Copying {
      held = new ArrayList<>(held);
    }
  }

  static final class Key {
    String name;
    Object owner;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  static final class Owner {
    Object first;
    Object second;
    Object third;
  }

  enum Sign {
    PLUS {
      @Override
      int apply(int value) {
        return value;
      }
    };

    abstract int apply(int value);
  }

  @Test
  void keepsFieldsOfOneNameInBaseAndSubclass() { // C18
    Sub sub = (Sub) again(new Sub(3, 4));

    assertThat(((Base) sub).size).isEqualTo(3);
    assertThat(sub.size).isEqualTo(4);
    assertThat(sub.cache).isNull();
  }

  @Test
  void keepsNullsPrimitivesTextsAndArrays() {
    Object[] values = {
      null,
      true,
      (byte) -1,
      'c',
      (short) -2,
      3,
      -4L,
      5.5f,
      -6.5d,
      "",
      "text",
      "\ud800 alone",
      "ö€😀"
    };
    assertThat((Object[]) again(values)).containsExactly(values);
    assertThat(again(null)).isNull();
    assertThat(again(new int[] {1, -2})).isEqualTo(new int[] {1, -2});
    assertThat(again(new boolean[] {true, false})).isEqualTo(new boolean[] {true, false});
    assertThat(again(new double[][] {{1.5}, null})).isEqualTo(new double[][] {{1.5}, null});
    assertThat(again(new String[] {"a", null})).isEqualTo(new String[] {"a", null});
    assertThat(again(new Named[2])).isInstanceOf(Named[].class);
  }

  @Test
  void keepsTheOneObjectOfAnEnumConstant() {
    assertThat(again(List.of(Sign.PLUS).toArray())).isEqualTo(new Object[] {Sign.PLUS});
    assertThat(again(TimeUnit.DAYS)).isSameAs(TimeUnit.DAYS);
  }

  @Test
  void tellsTheClassOfEachObject() {
    Set<Class<?>> seen = new HashSet<>();
    marshaller.write(new Object[] {new Named("a", null), new Sub(1, 2), Sign.PLUS}, seen::add);

    assertThat(seen)
        .contains(Object[].class, Named.class, Sub.class, Sign.PLUS.getClass(), String.class);
  }

  @Test
  void keepsAliasesAndCycles() { // C19
    List<Object> shared = new ArrayList<>();
    shared.add(new Named("in a cycle", shared));
    List<?> copy = (List<?>) ((Object[]) again(new Object[] {shared, shared}))[1];

    assertThat(((Named) copy.get(0)).held()).isSameAs(copy);
  }

  record Wrapped(Object value) {}

  @Test
  void carriesARecordThatContainsItselfThroughAList() { // C19
    Named named = new Named("itself", new ArrayList<>());
    named.held().add(named);
    Named copy = (Named) again(named);

    assertThat(copy.held()).hasSize(1);
    assertThat(copy.held().get(0)).isSameAs(copy);
  }

  @Test
  void refusesARecordThatIsMadeOfItself() { // C19
    Named named = new Named("itself", new ArrayList<>());
    named.held().add(new Wrapped(named));

    assertThatThrownBy(() -> again(named))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.culprit()).isSameAs(named));
  }

  @Test
  void copiesWholeListsInACycleAndNeverAPartOfOne() { // C19
    Owner owner = new Owner();
    Copying copying = new Copying(List.of("before"));
    copying.held().add(owner);
    copying.held().add("behind");
    owner.first = copying;

    Owner copy = (Owner) again(owner);
    assertThat(((Copying) copy.first).held()).containsExactly("before", copy, "behind");
    Copying alone = (Copying) again(copying);
    assertThat(((Owner) alone.held().get(1)).first).isSameAs(alone);
    assertThat(alone.held()).hasSize(3);
    copying.held().add(copying);
    assertThatThrownBy(() -> again(copying))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("component=held");
    copying.held().remove(3);
    assertThatThrownBy(() -> again(copying.held()))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("component=held");
  }

  @Test
  void losesNoEntryWhoseKeyLeadsBackToTheRoot() { // C19
    for (boolean ownerFirst : new boolean[] {true, false}) {
      Owner owner = new Owner();
      Key key = new Key();
      key.name = "key";
      key.owner = owner;
      Map<Object, Object> map = new HashMap<>(Map.of(key, "value"));
      Set<Object> set = new LinkedHashSet<>(Set.of(key));
      owner.first = map;
      owner.second = set;
      owner.third = new TreeMap<>(Map.of("plain", map));

      checkOwner(ownerFirst ? (Owner) again(owner) : (Owner) ((Key) again(key)).owner);
    }
  }

  private static void checkOwner(Owner owner) {
    Map<?, ?> map = (Map<?, ?>) owner.first;
    Key key = (Key) map.keySet().iterator().next();
    assertThat(key.owner).isSameAs(owner);
    assertThat(map.get(key)).isEqualTo("value");
    assertThat((Set<?>) owner.second).hasSize(1);
    assertThat(((Set<?>) owner.second).contains(key)).isTrue();
    assertThat(((Map<?, ?>) owner.third).get("plain")).isSameAs(map);
  }

  @Test
  void refillsMapsWhoseKeysHoldMaps() { // C19
    Map<Object, Object> outer = new HashMap<>();
    Map<Object, Object> inner = new HashMap<>();
    inner.put("name", "inner");
    Owner owner = new Owner();
    owner.first = outer;
    Key key = new Key();
    key.name = "key";
    key.owner = owner;
    Map<Object, Object> asKey = new HashMap<>(Map.of(key, 1));
    outer.put(asKey, inner);
    owner.second = key;

    Owner copy = (Owner) again(owner);
    Map<?, ?> map = (Map<?, ?>) copy.first;
    assertThat(map.get(map.keySet().iterator().next())).isEqualTo(Map.of("name", "inner"));
  }

  @Test
  void keepsIdentityMaps() {
    String key = new String("key");
    Map<Object, Object> map = new IdentityHashMap<>();
    map.put(key, 1);
    map.put(new String("key"), 2);
    Object[] copy = (Object[]) again(new Object[] {key, map});

    assertThat((Map<?, ?>) copy[1]).hasSize(2);
    assertThat(((Map<?, ?>) copy[1]).get(copy[0])).isEqualTo(1);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    Thread thread = new Thread();
    assertThatThrownBy(() -> again(new Object[] {thread}))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.culprit()).isSameAs(thread));
    assertThatThrownBy(() -> again(new ArrayList<Object>() {}))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void refusesDamagedBytes() {
    ByteBuffer written = marshaller.write(new Object[] {"text", 1, new Sub(1, 2)}, t -> {});
    byte[] bytes = Arrays.copyOf(written.array(), written.remaining());
    for (int length = 0; length < bytes.length; length++) {
      ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length);
      assertThatThrownBy(() -> marshaller.read(cut)).isInstanceOf(MarshallingException.class);
    }
    ByteBuffer longer = ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + 1));
    assertThatThrownBy(() -> marshaller.read(longer)).isInstanceOf(MarshallingException.class);
  }
}
