package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Form;

/**
 * The JDK's loggers, by name: each JVM has its own. Reflectively, since java.logging may be absent.
 */
final class LoggerKind implements FormKind {

  private static final String LOGGER = "java.util.logging.Logger";

  @Override
  public String kind() {
    return "logger";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type.getName().equals(LOGGER);
  }

  @Override
  public Form form(Object value) {
    return new Form(kind(), new String[] {(String) call("getName", value)}, new Object[0]);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    String name = form.head().length == 0 ? null : form.head()[0];
    return name == null ? call("getAnonymousLogger", null) : call("getLogger", null, name);
  }

  private static Object call(String method, Object logger, String... arguments) {
    try {
      Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {String.class};
      return Class.forName(LOGGER).getMethod(method, types).invoke(logger, (Object[]) arguments);
    } catch (ReflectiveOperationException e) {
      throw new MarshallingException("A logger can't be had: the module java.logging is needed", e);
    }
  }
}
