package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.lang.reflect.Array;
import java.util.Set;

/** What a proxy of Spring's does besides calling its bean. */
final class SpringAdvice {

  private static final String WHY =
      "advice of a bean needs Spring's bean factory, which stays here: advice=%s; send the bean"
          + " without its advice, as AopProxyUtils.getSingletonTarget gives it";

  /** Advice, and parts of such, that looks its beans up by name when it is called. */
  private static final Set<String> BEAN_LOOKUPS =
      Set.of(
          "org.springframework.aop.aspectj.annotation.BeanFactoryAspectInstanceFactory",
          "org.springframework.aop.aspectj.SimpleBeanFactoryAwareAspectInstanceFactory",
          "org.springframework.aop.interceptor.AsyncExecutionAspectSupport",
          "org.springframework.cache.interceptor.CacheAspectSupport",
          "org.springframework.transaction.interceptor.TransactionAspectSupport");

  private SpringAdvice() {}

  /** Says why advice of a class can't travel; null if it may, or is none. */
  static String refusal(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (BEAN_LOOKUPS.contains(c.getName())) {
        return WHY.formatted(type.getName());
      }
    }
    return null;
  }

  /**
   * Refuses a proxy whose advice can't travel: it would be met only behind what Spring remembers of
   * each class, and somewhere there is one that can't travel either.
   */
  static void requireTravels(Object proxy, Object advisors) throws ReflectiveOperationException {
    for (int i = 0; i < Array.getLength(advisors); i++) {
      Object advisor = Array.get(advisors, i);
      Class<?> face = ClientProxyKind.face(advisor.getClass(), "org.springframework.aop.Advisor");
      if (face != null) {
        Object advice = face.getMethod("getAdvice").invoke(advisor);
        String why = advice == null ? null : refusal(advice.getClass());
        if (why != null) {
          throw new RefusedException(why, proxy);
        }
      }
    }
  }
}
