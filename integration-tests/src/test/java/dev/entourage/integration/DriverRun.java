package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * What a driver did.
 *
 * @param exitCode its exit code
 * @param out the lines it printed
 * @param err the lines of its standard error
 * @param leftBehind the commands of processes that it started and that outlived it
 */
record DriverRun(int exitCode, List<String> out, List<String> err, List<String> leftBehind) {

  /** What a driver prints before it goes on with another backend. */
  private static final String BACKEND = "backend=";

  private static final String LOSS =
      "entourage: A worker (ended, and another takes its place"
          + "|could not start, and the next try follows in [\\d.]+ seconds)"
          + ": worker=w\\d+, pid=\\d+, exit code=.*";

  private static final String LATE =
      "entourage: Entourage's agent was started in this JVM, since the loader of a class doesn't"
          + " give its class file away: class=\\w+, loader=.* -javaagent:.*";

  /** Returns what this is for one of several backends: lines above the first belong to all. */
  DriverRun with(String backend) {
    List<String> its = new ArrayList<>();
    boolean wanted = true;
    for (String line : out) {
      wanted = line.startsWith(BACKEND) ? line.equals(BACKEND + backend) : wanted;
      if (wanted) {
        its.add(line);
      }
    }
    return new DriverRun(exitCode, List.copyOf(its), err, leftBehind);
  }

  /** Returns the values of the lines {@code name=value} with some name. */
  List<String> facts(String name) {
    String prefix = name + "=";
    return out.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  /** Returns the only fact of some name. */
  String fact(String name) {
    assertThat(facts(name)).as("%s in%n%s", name, this).hasSize(1);
    return facts(name).get(0);
  }

  /**
   * Fails unless the driver ended well, left nobody behind and printed no warning. One that says
   * that it loses workers must be told of each, and one that says that it has no agent must be told
   * once that it was given one.
   */
  void assertEndedWell() {
    assertThat(exitCode).as("exit code of%n%s", this).isZero();
    if (!facts("loses").isEmpty()) {
      assertThat(err).as("standard error").isNotEmpty().allMatch(line -> line.matches(LOSS));
    } else if (!facts("lacks").isEmpty()) {
      assertThat(err).as("standard error").singleElement().asString().matches(LATE);
    } else {
      assertThat(err).as("standard error").isEmpty();
    }
    assertThat(leftBehind).as("processes left behind").isEmpty();
  }

  /**
   * Fails unless the workers were other processes that had never heard of the driver's classes: the
   * controls of every case.
   */
  void assertWorkersWereStrangers() {
    assertThat(facts("worker")).as("workers of%n%s", this).isNotEmpty();
    assertThat(facts("worker")).doesNotContain(fact("driver"));
    assertThat(facts("hidden")).isNotEmpty().containsOnly("true");
  }

  @Override
  public String toString() {
    return "exit code %d%n%s%n--- standard error%n%s"
        .formatted(exitCode, String.join("\n", out), String.join("\n", err));
  }
}
