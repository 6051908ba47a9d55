package dev.entourage.engine;

import dev.entourage.WorkerInfo;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The workers of a pool, and which of them takes the next task. Guarded by the dispatcher's lock.
 */
final class Crew {

  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Deque<Member> free = new ArrayDeque<>();

  /** Of the workers that have ended, so that those in their places go on counting. */
  private final Deque<Integer> restarts = new ArrayDeque<>();

  /** Whether a member may be reserved; most pools never ask for one. */
  private boolean reserves;

  void add(Member member) {
    if (!restarts.isEmpty()) {
      member.restarted(restarts.poll() + 1);
    }
    members.put(member.name(), member);
    free.add(member);
  }

  /** Returns null for a stranger. */
  Member get(String name) {
    return members.get(name);
  }

  Member remove(String name) {
    Member member = members.remove(name);
    if (member != null) {
      free.remove(member);
      restarts.add(member.restarts());
    }
    return member;
  }

  /** Follows a change of a member. The worker that was freed last comes first: it is warm. */
  void changed(Member member) {
    boolean known = free.contains(member);
    if (member.isFree() && !known) {
      free.addFirst(member);
    } else if (!member.isFree() && known) {
      free.remove(member);
    }
  }

  /** Returns those with a free slot. */
  Iterable<Member> free() {
    return free;
  }

  Optional<Member> idle(int java) {
    return atLeast(java).filter(Member::isIdle).findFirst();
  }

  Optional<Member> unneeded(int java) {
    return atLeast(java).filter(Member::isUnneeded).findFirst();
  }

  Optional<Member> fresh(int java) {
    return atLeast(java).filter(Member::isFresh).findFirst();
  }

  Optional<Member> waiting(int java) {
    return atLeast(java).filter(Member::isWaiting).findFirst();
  }

  Optional<Member> lending(int java) {
    return atLeast(java).filter(Member::isLending).findFirst();
  }

  /** Those of a host that are missed the least. */
  List<Member> dispensable(String host, int most) {
    return members.values().stream()
        .filter(member -> member.host().equals(host) && !member.isLeaving())
        .sorted(Comparator.comparingInt(member -> member.tasks().all().size()))
        .limit(most)
        .toList();
  }

  /** Where no worker is idle one of them takes no more tasks until it is. */
  void reserve(int java) {
    if (atLeast(java).noneMatch(Member::isReserved)) {
      free.stream()
          .filter(member -> member.java() >= java)
          .min(Comparator.comparingInt(member -> member.tasks().load()))
          .ifPresent(this::reserve);
    }
  }

  private Stream<Member> atLeast(int java) {
    return members.values().stream().filter(member -> member.java() >= java);
  }

  void unreserve() {
    if (!reserves) {
      return;
    }
    reserves = false;
    members.values().stream().filter(Member::isReserved).toList().forEach(this::unreserve);
  }

  int size() {
    return members.size();
  }

  int worn() {
    return (int) members.values().stream().filter(Member::isWorn).count();
  }

  Optional<Member> runner(Ticket ticket) {
    return members.values().stream().filter(member -> member.tasks().contains(ticket)).findFirst();
  }

  List<Member> all() {
    return List.copyOf(members.values());
  }

  List<WorkerInfo> infos() {
    return members.values().stream().map(Member::info).toList();
  }

  private void reserve(Member member) {
    reserves = true;
    member.reserve();
    changed(member);
  }

  private void unreserve(Member member) {
    member.unreserve();
    changed(member);
  }
}
