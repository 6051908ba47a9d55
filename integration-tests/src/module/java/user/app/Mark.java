package user.app;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Names a class that only the module has. */
@Retention(RetentionPolicy.RUNTIME)
@interface Mark {
  Class<?> value();
}
