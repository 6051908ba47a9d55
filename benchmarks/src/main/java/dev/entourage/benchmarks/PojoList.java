package dev.entourage.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A list of plain objects: data as applications hold it. */
final class PojoList implements Graph {

  private static final int COUNT = 1_000_000;

  private final List<Order> orders = new ArrayList<>(COUNT);

  /** Not final, as most classes are. */
  static class Order {
    private final int number;
    private final long time;
    private final String name;
    private final Address address;

    Order(int number) {
      this.number = number;
      this.time = number * 31L;
      this.name = "order " + number;
      this.address = new Address(number);
    }

    /** Says all that it holds. */
    String tell() {
      return number + " " + time + " " + name + " " + address.house + " " + address.latitude;
    }
  }

  static class Address {
    private final int house;
    private final double latitude;

    Address(int house) {
      this.house = house;
      this.latitude = house / 7.0;
    }
  }

  PojoList() {
    for (int i = 0; i < COUNT; i++) {
      orders.add(new Order(i));
    }
  }

  @Override
  public Object root() {
    return orders;
  }

  @Override
  public long countByHand() {
    long count = 1;
    for (Order order : orders) {
      count += order.address != null ? 2 : 1;
    }
    return count;
  }

  @Override
  public int walkByHand(Set<Object> seen) {
    seen.add(orders);
    for (Order order : orders) {
      if (seen.add(order)) {
        seen.add(order.address);
      }
    }
    return seen.size();
  }

  @Override
  public int size() {
    return 2 * COUNT + 1;
  }
}
