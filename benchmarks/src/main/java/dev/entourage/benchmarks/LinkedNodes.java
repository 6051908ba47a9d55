package dev.entourage.benchmarks;

import java.util.Set;

/** A linked list: as deep as it is long. */
final class LinkedNodes implements Graph {

  private static final int COUNT = 1_000_000;

  private final Link head = chain();

  static class Link {
    private final int value;
    private final Link next;

    Link(int value, Link next) {
      this.value = value;
      this.next = next;
    }
  }

  private static Link chain() {
    Link head = null;
    for (int i = 0; i < COUNT; i++) {
      head = new Link(i, head);
    }
    return head;
  }

  @Override
  public Object root() {
    return head;
  }

  @Override
  public long countByHand() {
    long count = 0;
    for (Link link = head; link != null; link = link.next) {
      count++;
    }
    return count;
  }

  @Override
  public int walkByHand(Set<Object> seen) {
    for (Link link = head; link != null && seen.add(link); ) {
      link = link.next;
    }
    return seen.size();
  }

  @Override
  public int size() {
    return COUNT;
  }
}
