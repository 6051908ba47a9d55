package dev.entourage.preparer;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.SerializedLambda;

/** Where a lambda stands in its source, for messages. */
final class LambdaSite {

  private LambdaSite() {}

  /** Names a lambda by file and line where its class file tells them, else by its class. */
  static String describe(Object lambda) {
    Class<?> type = lambda.getClass();
    try {
      SerializedLambda taken = Lambdas.serialized(lambda);
      LambdaShape shape =
          taken == null ? PlainLambda.of(type).shape() : LambdaShape.of(taken, type);
      String site = site(shape, type.getClassLoader());
      return site == null ? Lambdas.name(type) : "lambda at " + site;
    } catch (IOException | RuntimeException e) {
      return Lambdas.name(type);
    }
  }

  private static String site(LambdaShape lambda, ClassLoader loader) throws IOException {
    String file = lambda.owner() + ".class";
    InputStream bytes =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(file)
            : loader.getResourceAsStream(file);
    if (bytes == null) {
      return null;
    }
    try (DataInputStream in = new DataInputStream(bytes)) {
      return new MethodLines(in, lambda.method(), lambda.type()).site();
    }
  }
}
