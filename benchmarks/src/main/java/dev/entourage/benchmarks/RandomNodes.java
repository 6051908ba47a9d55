package dev.entourage.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.Set;

/** Nodes that refer to each other at random: much is shared, and there are cycles. */
final class RandomNodes implements Graph {

  private static final int COUNT = 500_000;

  private final Node[] nodes = new Node[COUNT];

  static class Node {
    private Node first;
    private Node second;
  }

  RandomNodes() {
    Random random = new Random(42);
    for (int i = 0; i < COUNT; i++) {
      nodes[i] = new Node();
    }
    for (Node node : nodes) {
      node.first = nodes[random.nextInt(COUNT)];
      node.second = nodes[random.nextInt(COUNT)];
    }
  }

  /** Most nodes can be reached from the first; those that can't are no part of the graph. */
  @Override
  public Object root() {
    return nodes[0];
  }

  @Override
  public long countByHand() {
    return ENDLESS;
  }

  @Override
  public int walkByHand(Set<Object> seen) {
    Deque<Node> stack = new ArrayDeque<>();
    stack.push(nodes[0]);
    while (!stack.isEmpty()) {
      Node node = stack.pop();
      if (seen.add(node)) {
        stack.push(node.first);
        stack.push(node.second);
      }
    }
    return seen.size();
  }

  @Override
  public int size() {
    return COUNT;
  }
}
