package dev.entourage.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a task usually captures: encoders within encoders, small maps, enums, classes. */
final class StatefulFunction implements Graph {

  private final Pipeline pipeline = new Pipeline();

  enum Role {
    QUERY,
    PASSAGE
  }

  static class Encoder {
    private final String name;
    private final double[] weights;
    private final Encoder inner;
    private final Class<?> output;

    Encoder(String name, Encoder inner) {
      this.name = name;
      this.weights = new double[16];
      this.inner = inner;
      this.output = double[].class;
    }
  }

  static class Settings {
    private final Role role;
    private final Integer limit;
    private final Map<String, String> options = new LinkedHashMap<>();

    Settings(Role role, int limit) {
      this.role = role;
      this.limit = limit;
      for (int i = 0; i < 4; i++) {
        options.put("name" + i, "value" + i);
      }
    }
  }

  static class Pipeline {
    private final List<Encoder> encoders = new ArrayList<>();
    private final Map<Role, Settings> settings = new EnumMap<>(Role.class);

    Pipeline() {
      for (int i = 0; i < 4; i++) {
        encoders.add(new Encoder("outer" + i, new Encoder("inner" + i, null)));
      }
      for (Role role : Role.values()) {
        settings.put(role, new Settings(role, 1000));
      }
    }
  }

  @Override
  public Object root() {
    return pipeline;
  }

  @Override
  public long countByHand() {
    long count = 3;
    for (Encoder encoder : pipeline.encoders) {
      for (Encoder next = encoder; next != null; next = next.inner) {
        count += next.weights != null && next.output != null ? 3 : 1;
      }
    }
    for (Settings settings : pipeline.settings.values()) {
      count += 4L + settings.options.size();
    }
    return count;
  }

  @Override
  public int walkByHand(Set<Object> seen) {
    seen.add(pipeline);
    seen.add(pipeline.encoders);
    for (Encoder encoder : pipeline.encoders) {
      walk(encoder, seen);
    }
    seen.add(pipeline.settings);
    for (Settings settings : pipeline.settings.values()) {
      walk(settings, seen);
    }
    return seen.size();
  }

  private static void walk(Encoder encoder, Set<Object> seen) {
    for (Encoder next = encoder; next != null && seen.add(next); next = next.inner) {
      seen.add(next.weights);
      seen.add(next.output);
    }
  }

  private static void walk(Settings settings, Set<Object> seen) {
    if (seen.add(settings)) {
      seen.add(settings.role);
      seen.add(settings.limit);
      seen.add(settings.options);
    }
  }

  @Override
  public int size() {
    return 64;
  }
}
