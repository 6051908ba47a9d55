package cases;

import java.util.*;

class CopyingRecordsInCycles {
  static class Customer {
    String name = "customer";
    List<Order> orders = new ArrayList<>();
    Map<String, Order> byId = new HashMap<>();
  }

  record Order(String id, Customer customer, List<Object> items, Map<Object, Object> notes) {
    Order {
      items = new ArrayList<>(items);
      notes = new HashMap<>(notes);
    }
  }

  static Object[] roots() {
    Customer customer = new Customer();
    Order order = new Order("o1", customer, List.of("i1", "i2"), Map.of("k", "v"));
    order.items().add(customer);
    order.notes().put("customer", customer);
    customer.orders.add(order);
    customer.byId.put("o1", order);
    return new Object[] {customer, customer.orders, customer.byId, order, order.items(), order.notes()};
  }

  static String show(Object root) {
    Customer customer = root instanceof Customer c ? c : root instanceof Order o ? o.customer() : root instanceof Map<?, ?> m ? (m.get("customer") != null ? (Customer) m.get("customer") : ((Order) m.get("o1")).customer()) : ((List<?>) root).get(0) instanceof Order o ? o.customer() : (Customer) ((List<?>) root).get(2);
    Order order = customer.orders.get(0);
    return customer.name + (order.customer() == customer) + order.items().size() + order.items().subList(0, 2) + (order.items().get(2) == customer) + order.notes().size() + (order.notes().get("customer") == customer) + order.notes().get("k") + (customer.byId.get("o1") == order)
        + (root == order.items() || root == order.notes() || root == customer || root == customer.orders || root == customer.byId || root == order);
  }
}
