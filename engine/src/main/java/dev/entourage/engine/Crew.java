package dev.entourage.engine;

import dev.entourage.WorkerInfo;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workers of a pool, and which of them takes the next task. Guarded by the dispatcher's lock.
 */
final class Crew {

  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Deque<Member> free = new ArrayDeque<>();

  void add(Member member) {
    members.put(member.name(), member);
    free.add(member);
  }

  /** Returns null for a stranger. */
  Member get(String name) {
    return members.get(name);
  }

  Member remove(String name) {
    Member member = members.remove(name);
    free.remove(member);
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

  /** Returns one with a free slot; null for none. */
  Member free() {
    return free.peekFirst();
  }

  Optional<Member> idle() {
    return members.values().stream().filter(Member::isIdle).findFirst();
  }

  Optional<Member> unneeded() {
    return members.values().stream().filter(Member::isUnneeded).findFirst();
  }

  Optional<Member> fresh() {
    return members.values().stream().filter(Member::isFresh).findFirst();
  }

  /** Where no worker is idle one of them takes no more tasks until it is. */
  void reserve() {
    if (members.values().stream().noneMatch(Member::isReserved)) {
      free.stream().min(Comparator.comparingInt(Member::load)).ifPresent(this::reserve);
    }
  }

  void unreserve() {
    members.values().stream().filter(Member::isReserved).toList().forEach(this::unreserve);
  }

  int size() {
    return members.size();
  }

  int worn() {
    return (int) members.values().stream().filter(Member::isWorn).count();
  }

  Optional<Member> runner(Ticket ticket) {
    return members.values().stream().filter(member -> member.runs(ticket)).findFirst();
  }

  List<Member> all() {
    return List.copyOf(members.values());
  }

  List<WorkerInfo> infos() {
    return members.values().stream().map(Member::info).toList();
  }

  private void reserve(Member member) {
    member.reserve();
    changed(member);
  }

  private void unreserve(Member member) {
    member.unreserve();
    changed(member);
  }
}
