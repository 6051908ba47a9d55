package dev.entourage.preparer;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** {@code SecureRandom}, by its algorithm: each JVM takes its randomness from its own machine. */
final class SecureRandomKind implements FormKind {

  @Override
  public String kind() {
    return "secure-random";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == SecureRandom.class;
  }

  @Override
  public Form form(Object value) {
    return new Form(kind(), new String[] {((SecureRandom) value).getAlgorithm()}, new Object[0]);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    try {
      return SecureRandom.getInstance(Heads.text(form, 0));
    } catch (NoSuchAlgorithmException e) {
      return new SecureRandom();
    }
  }
}
