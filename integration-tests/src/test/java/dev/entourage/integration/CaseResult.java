package dev.entourage.integration;

import java.util.ArrayList;
import java.util.List;

/**
 * One case of a driver script.
 *
 * @param name the fact it proves
 * @param ok whether it held
 * @param details the failure's lines
 */
record CaseResult(String name, boolean ok, List<String> details) {

  private static final String OK = "CASE ok ";
  private static final String FAILED = "CASE failed ";
  private static final String DETAIL = "| ";

  /** Reads the cases from the lines that a driver printed. */
  static List<CaseResult> read(List<String> lines) {
    List<CaseResult> results = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith(OK)) {
        results.add(new CaseResult(line.substring(OK.length()), true, List.of()));
      } else if (line.startsWith(FAILED)) {
        results.add(new CaseResult(line.substring(FAILED.length()), false, new ArrayList<>()));
      } else if (line.startsWith(DETAIL) && !results.isEmpty()) {
        results.get(results.size() - 1).details().add(line.substring(DETAIL.length()));
      }
    }
    return results;
  }

  /** Fails as the case did. */
  void assertOk() {
    if (!ok) {
      throw new AssertionError(String.join("\n", details));
    }
  }
}
