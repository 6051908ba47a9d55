package dev.entourage.preparer;

import dev.entourage.MarshallingException;

/**
 * The JDK's loggers, by name: each JVM has its own. Reflectively, since java.logging may be absent;
 * {@code System.Logger} is always there.
 */
final class LoggerKind implements FormKind {

  private static final String LOGGER = "java.util.logging.Logger";
  private static final String SYSTEM = "system";

  @Override
  public String kind() {
    return "logger";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type.getName().equals(LOGGER) || isSystems(type);
  }

  private static boolean isSystems(Class<?> type) {
    return System.Logger.class.isAssignableFrom(type) && ClassNames.isJdk(type);
  }

  @Override
  public Form form(Object value) {
    if (value instanceof System.Logger logger) {
      return new Form(kind(), new String[] {logger.getName(), SYSTEM}, new Object[0]);
    }
    return new Form(kind(), new String[] {(String) call("getName", value)}, new Object[0]);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    if (form.head().length == 2) {
      return System.getLogger(Heads.text(form, 0));
    }
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
