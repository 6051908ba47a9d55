package dev.entourage.cli;

import dev.entourage.EntourageException;
import dev.entourage.PreparationException;
import dev.entourage.Workers;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Whether lambdas of types that aren't serializable travel. They do on every Java that we know; one
 * to come may need a flag, which the refusal names.
 */
final class LambdaCheck {

  private static final int EXPECTED = 42;

  private LambdaCheck() {}

  static void examine(Report report, String backend, Workers workers) {
    Function<Integer, Integer> plain = x -> x + 1;
    // The second kind is made by the JDK's own code, which is closed twice.
    Function<Integer, Integer> combined = plain.andThen(x -> x * 2);
    try {
      int result = workers.submit(() -> combined.apply(EXPECTED / 2 - 1)).join();
      if (result != EXPECTED) {
        report.problem("A plain lambda gave a wrong result: backend=" + backend);
      }
      report.row("Plain lambdas", backend, "travel, with no flag");
    } catch (PreparationException e) {
      report.row("Plain lambdas", backend, "need a flag: " + e.getMessage());
    } catch (EntourageException | CompletionException e) {
      report.problem(
          "A plain lambda didn't run: backend=" + backend + ", reason=" + e.getMessage());
    }
  }
}
