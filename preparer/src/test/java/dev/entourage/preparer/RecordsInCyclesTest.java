package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.spi.NormalForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** C19: records in cycles whose constructors do with their components what they like. */
class RecordsInCyclesTest {

  private final NormalForm forms =
      NormalForms.over(getClass().getClassLoader(), List.of(), List.of());

  static final class Owner {
    String name;
    Object held;

    Owner(String name) {
      this.name = name;
    }
  }

  record Copying(List<Object> list, Map<Object, Object> map) {
    Copying {
      list = new ArrayList<>(list);
      map = new HashMap<>(map);
    }
  }

  record Sorting(List<Owner> owners) {
    Sorting {
      owners = new ArrayList<>(owners);
      owners.sort(Comparator.comparing(owner -> String.valueOf(owner.name)));
    }
  }

  record Reversing(List<Object> list) {
    Reversing {
      list = new ArrayList<>(list);
      Collections.reverse(list);
    }
  }

  record Mapping(Map<Object, Object> map) {
    Mapping {
      map = new TreeMap<>(map);
      map.replaceAll((key, value) -> map(value));
    }

    private static Object map(Object value) {
      return value instanceof Owner owner && owner.name == null ? "nobody" : value;
    }
  }

  @Test
  void copiesWhatIsWhole() {
    Owner owner = new Owner("owner");
    owner.held = new Copying(List.of("before", owner, "behind"), Map.of("owner", owner, 1, 2));
    Owner copy = (Owner) again(owner);
    Copying held = (Copying) copy.held;
    assertThat(held.list()).containsExactly("before", copy, "behind");
    assertThat(held.map()).containsOnly(Map.entry("owner", copy), Map.entry(1, 2));
    assertThat(((Owner) ((Copying) again(owner.held)).list().get(1)).name).isEqualTo("owner");
  }

  @Test
  void refusesWhatWasSortedByFieldsThatWereNotSetYet() {
    Owner first = new Owner("a");
    first.held = new Sorting(List.of(new Owner("b"), first));
    assertDamaged(first);
  }

  @Test
  void copiesNothingThatIsNotFilledYet() {
    Copying copying = new Copying(List.of(), Map.of());
    copying.list().add(copying);
    assertDamaged(copying);
    assertDamaged(copying.list());
  }

  @Test
  void refusesWhatIsNoCopy() {
    Owner owner = new Owner("owner");
    owner.held = new Reversing(List.of("last", owner));
    assertDamaged(owner);
    owner.held = new Mapping(Map.of("owner", owner));
    assertDamaged(owner);
  }

  private void assertDamaged(Object root) {
    assertThatThrownBy(() -> again(root))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("component=");
  }

  private Object again(Object root) {
    return Tables.of(forms, root).graph(forms);
  }
}
