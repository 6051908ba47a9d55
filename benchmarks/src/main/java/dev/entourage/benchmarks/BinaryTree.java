package dev.entourage.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** A binary tree whose class is not final, so that a child may be anything below it. */
final class BinaryTree implements Graph {

  private static final int COUNT = 1_000_000;

  private final Node root = node(1);

  static class Node {
    private final int value;
    private final Node left;
    private final Node right;

    Node(int value, Node left, Node right) {
      this.value = value;
      this.left = left;
      this.right = right;
    }
  }

  /** Numbered as in a heap: the depth is 20. */
  private static Node node(int number) {
    return number > COUNT ? null : new Node(number, node(2 * number), node(2 * number + 1));
  }

  @Override
  public Object root() {
    return root;
  }

  @Override
  public long countByHand() {
    return count(root);
  }

  private static long count(Node node) {
    return node == null ? 0 : 1 + count(node.left) + count(node.right);
  }

  @Override
  public int walkByHand(Set<Object> seen) {
    Deque<Node> stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty()) {
      Node node = stack.pop();
      if (seen.add(node)) {
        push(stack, node.left);
        push(stack, node.right);
      }
    }
    return seen.size();
  }

  private static void push(Deque<Node> stack, Node node) {
    if (node != null) {
      stack.push(node);
    }
  }

  @Override
  public int size() {
    return COUNT;
  }
}
