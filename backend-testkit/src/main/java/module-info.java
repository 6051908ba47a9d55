/**
 * The contract of every backend, as tests: extend {@link
 * dev.entourage.backend.testkit.BackendContract} in three lines.
 *
 * @since 0.1
 */
module dev.entourage.backend.testkit {
  requires transitive dev.entourage.api;
  requires dev.entourage.preparer;
  requires java.compiler;
  requires java.management;
  requires jdk.management;
  requires transitive net.jqwik.api;
  requires org.assertj.core;
  requires transitive org.junit.jupiter.api;

  exports dev.entourage.backend.testkit;
}
