package dev.entourage.preparer;

/** Where a lambda stands in its source. */
final class LambdaSite {

  private LambdaSite() {}

  /** Names a lambda by file and line where its class file tells them. */
  static String describe(Object lambda) {
    return Lambdas.name(lambda.getClass());
  }
}
