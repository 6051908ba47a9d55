package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Beans that were injected as proxies, which look them up in their container at each call: in their
 * place the beans travel. The interfaces here are those of Quarkus, Weld, OpenWebBeans and Spring.
 */
class ClientProxiesIT {

  private static final String[] CONTAINERS = {
    "package io.quarkus.arc; public interface ClientProxy { Object arc_contextualInstance(); }",
    "package com.google.inject; public interface Injector { }",
    "package org.jboss.weld.proxy; public interface WeldClientProxy { Metadata getMetadata();"
        + " interface Metadata { Object getContextualInstance(); } }",
    "package org.apache.webbeans.proxy; public interface OwbNormalScopeProxy { Object here(); }",
    "package org.apache.webbeans.proxy; public class NormalScopeProxyFactory {"
        + " @SuppressWarnings(\"unchecked\") public static <T> T unwrapInstance(T proxy) {"
        + " return (T) ((OwbNormalScopeProxy) proxy).here(); } }",
    "package org.apache.webbeans.proxy; public interface InterceptorHandler { }",
    "package jakarta.enterprise.inject; public interface Instance<T> { }",
    "package jakarta.enterprise.event; public interface Event<T> { }",
    "package org.springframework.aop.scope; public interface ScopedObject {"
        + " Object getTargetObject(); }",
    "package org.springframework.aop.framework; public interface Advised {"
        + " Object[] getAdvisors(); TargetSource getTargetSource();"
        + " interface TargetSource { Object getTarget() throws Exception; } }",
    "package org.springframework.aop; public interface Advisor { Object getAdvice(); }",
    "package org.springframework.transaction.interceptor; public class TransactionAspectSupport { }",
    "package org.springframework.aop.aspectj.annotation;"
        + " public class BeanFactoryAspectInstanceFactory { }"
  };

  /** A bean that knows itself by its proxy, in a container that only the driver has. */
  private static final String BEAN =
      "package app; public class Prices { public static Prices container; int factor = 7;"
          + " Prices self; Prices me() { return this; }"
          + " public int price(int x) { return x * factor + (self.me() == this ? 0 : 1000); }"
          + " static Prices bean() { if (container == null) throw new"
          + " IllegalStateException(\"no scope is active\"); return container; } }";

  private static final String PROXY =
      "package app; import org.springframework.aop.framework.*;"
          + " import org.springframework.aop.aspectj.annotation.*;"
          + " public class %s extends Prices implements %s { Prices me() { return bean().me(); }"
          + " public int price(int x) { return bean().price(x); } %s }";

  private static final String TASK =
      "package app; import dev.entourage.RemoteCallable; import java.util.*; public class Task {"
          + " public static List<RemoteCallable<?>> tasks() { Prices.container = new Prices();"
          + " List<RemoteCallable<?>> all = new ArrayList<>(); for (Prices proxy : new Prices[] {%s})"
          + " { if (all.isEmpty()) Prices.container.self = proxy; all.add(new RemoteCallable<>() {"
          + " Prices bean = proxy; public Object call() { return bean.price(3); } }); }"
          + " %s return all; } }";

  /** Of a type whose objects are refused: it is the bean's own class that counts. */
  private static final String QUARKUS =
      PROXY.formatted(
          "Arc",
          "io.quarkus.arc.ClientProxy, com.google.inject.Injector",
          "public Object arc_contextualInstance() { return bean(); }");

  private static final String WELD =
      PROXY.formatted(
          "Weld",
          "java.io.Serializable, org.jboss.weld.proxy.WeldClientProxy",
          "public Metadata getMetadata() { return () -> bean(); }"
              + " Object writeReplace() { throw new IllegalStateException(); }");

  private static final String OPEN =
      PROXY.formatted(
          "Open",
          "java.io.Serializable, org.apache.webbeans.proxy.OwbNormalScopeProxy",
          "public Object here() { return bean(); }"
              + " Object writeReplace() { throw new IllegalStateException(); }");

  private static final String SCOPED =
      PROXY.formatted(
          "Scoped",
          "org.springframework.aop.scope.ScopedObject, Advised",
          advised("1") + " public Object getTargetObject() { return bean(); }");

  private static final String LAZY = PROXY.formatted("Lazy", "Advised", advised(""));

  /** Advice is no look-up: it would be gone without a word. */
  private static final String DOUBLING =
      "package app; import org.springframework.aop.framework.*;"
          + " public class Doubling extends Prices implements Advised {"
          + " public int price(int x) { return 2 * x * factor; } "
          + advised("1")
          + " }";

  @TempDir private Path home;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  private static String advised(String advisors) {
    return "public Object[] getAdvisors() { return new Object[] {%s}; }".formatted(advisors)
        + " public TargetSource getTargetSource() { return () -> bean(); }";
  }

  private DriverRun run(Jdk jdk, String made, String atLast, String... proxies) {
    List<String> sources = new ArrayList<>(List.of(proxies));
    sources.add(BEAN);
    sources.add(TASK.formatted(made, atLast));
    return new UserProgram(home)
        .jar("container.jar", CONTAINERS)
        .folder("app", sources.toArray(String[]::new))
        .run(jdk);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void beansTravelInTheirPlace(Jdk jdk) {
    String made =
        Stream.of("Arc", "Weld", "Open", "Scoped", "Lazy", "Doubling")
            .map("new %s()"::formatted)
            .collect(Collectors.joining(", "));
    DriverRun run = run(jdk, made, "", QUARKUS, WELD, OPEN, SCOPED, LAZY, DOUBLING);
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(run.facts("result"))
        .as("%s", run)
        .containsExactly("21", "21", "21", "21", "21", "42");
  }

  @Test
  void adviceThatLooksItsBeansUpIsRefused() {
    String advised =
        PROXY.formatted(
            "Advising",
            "Advised",
            "Object advice = new BeanFactoryAspectInstanceFactory();" + advised("advice"));
    assertThat(run(Jdks.running(), "new Advising()", "", advised).facts("error").get(0))
        .contains("→ bean → advice → org.springframework.aop.aspectj.annotation.BeanFactory")
        .contains("AopProxyUtils.getSingletonTarget");
  }

  /** Before what Spring remembers of all classes, in the pointcut. */
  @Test
  void adviceIsRefusedByTheBeanThatHasIt() {
    String advised =
        PROXY.formatted(
            "Advising",
            "Advised",
            "static class Transactions extends"
                + " org.springframework.transaction.interceptor.TransactionAspectSupport { }"
                + " static class Advisor implements org.springframework.aop.Advisor { Thread"
                + " pointcut = new Thread(); public Object getAdvice() { return new"
                + " Transactions(); } } Object advisor = new Advisor();"
                + advised("advisor"));
    assertThat(run(Jdks.running(), "new Advising()", "", advised).facts("error").get(0))
        .contains("→ bean → app.Advising can't travel: advice of a bean")
        .contains("advice=app.Advising$Transactions;")
        .contains("AopProxyUtils.getSingletonTarget");
  }

  @Test
  void aBeanOutOfScopeIsRefused() {
    String ended = "Prices.container = null;";
    assertThat(run(Jdks.running(), "new Arc()", ended, QUARKUS).facts("error").get(0))
        .contains("→ bean → app.Arc can't travel")
        .contains("no scope is active")
        .contains("submit where the bean is active");
  }

  /** Without a container an event is fired to nobody, and no error tells. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "jakarta.enterprise.inject.Instance<String>, send the beans",
    "jakarta.enterprise.event.Event<String>, return what the driver shall fire",
    "org.apache.webbeans.proxy.InterceptorHandler, InterceptorDecoratorProxyFactory.unwrapInstance"
  })
  void whatLooksUpInItsContainerIsRefused(String type, String fix) {
    String holder =
        "package app; public class Holder extends Prices { %s held = new %s() {}; }"
            .formatted(type, type);
    assertThat(run(Jdks.running(), "new Holder()", "", holder).facts("error").get(0))
        .contains("→ held → app.Holder")
        .contains(fix);
  }
}
