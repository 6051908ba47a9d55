package dev.entourage.preparer;

import java.util.concurrent.atomic.AtomicReference;

/** What the walks of one normal form have in common. Thread-safe. */
final class Walks {

  private final Forms forms;
  private final ClassValue<WalkPlan> plans;

  /** A walk that has ended: most graphs are small, and making its arrays costs as much again. */
  private final AtomicReference<GraphWalk> spare = new AtomicReference<>();

  Walks(Forms forms, Plans plans) {
    ClosedTypes closed = new ClosedTypes(plans);
    this.forms = forms;
    this.plans =
        new ClassValue<>() {
          @Override
          protected WalkPlan computeValue(Class<?> type) {
            Plan plan = plans.get(type);
            boolean names =
                plan.shape() == Plan.Shape.FORM && forms.kind(plan.kind()) instanceof ClassKind;
            return WalkPlan.of(type, plan, names, closed);
          }
        };
  }

  GraphWalk take() {
    GraphWalk walk = spare.getAndSet(null);
    return walk != null ? walk : new GraphWalk(forms, plans);
  }

  /** Keeps a walk that is empty and small. */
  void giveBack(GraphWalk walk) {
    if (walk.isSmall()) {
      spare.set(walk);
    }
  }
}
