package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import org.junit.jupiter.api.Test;

// D36
class FirstCausesTest {

  private final FirstCauses causes = new FirstCauses();

  static final class Broken {
    static final int VALUE = fail();

    private static int fail() {
      throw new IllegalStateException("first", new IOException("its own"));
    }

    private Broken() {}
  }

  static final class Needs {
    static final int VALUE = Broken.VALUE + 1;

    private Needs() {}
  }

  @Test
  void laterFailuresCarryTheFirstOneWithItsOwnCause() {
    Throwable first = catchThrowable(() -> Integer.valueOf(Needs.VALUE));
    causes.complete(first);
    for (int i = 0; i < 2; i++) {
      Throwable later = catchThrowable(() -> Integer.valueOf(Needs.VALUE));
      Throwable inner = catchThrowable(() -> Integer.valueOf(Broken.VALUE));
      causes.complete(new RuntimeException("wrapped", later));
      causes.complete(inner);
      causes.complete(inner);
      assertThat(later).isInstanceOf(NoClassDefFoundError.class);
      assertThat(later.getSuppressed()).containsExactly(first.getCause());
      assertThat(inner.getSuppressed()).containsExactly(first.getCause());
      assertThat(later.getSuppressed()[0].getCause()).hasMessage("its own");
    }
  }

  @Test
  void leavesOtherErrorsAlone() {
    Throwable missing = new NoClassDefFoundError("not/There");
    Throwable unknown = new NoClassDefFoundError("Could not initialize class some.Other");
    Throwable circle = new RuntimeException();
    circle.initCause(new RuntimeException(circle));
    causes.complete(missing);
    causes.complete(unknown);
    causes.complete(circle);
    assertThat(missing.getSuppressed()).isEmpty();
    assertThat(unknown.getSuppressed()).isEmpty();
  }
}
