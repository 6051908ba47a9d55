/**
 * Both halves of code by value. On the driver: capture, closure, walk, layers, normal form. On the
 * worker: code store, session loader, rebuilding of lambdas. They share one manifest, so they live
 * together.
 *
 * @since 0.1
 */
module dev.entourage.preparer {
  requires transitive dev.entourage.api;
  // On the module path it must be there to be put into a jar: nothing in here refers to it.
  requires dev.entourage.agent;
  // ReflectionFactory: what serialization libraries may do; reached reflectively.
  requires jdk.unsupported;

  exports dev.entourage.preparer;
}
