package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Options of a cluster in a file of properties, so that drivers and hosts say them once. What is
 * said beside the file wins. Files that it names are looked for from where it lies.
 */
final class ClusterFile {

  /** The option that names the file. */
  static final String CONFIG = "config";

  /** Set by {@code entourage run --cluster}: the file of scripts that name none. */
  private static final String PROPERTY = "entourage.cluster";

  private final Path file;
  private final Properties said;

  private ClusterFile(Path file, Properties said) {
    this.file = file;
    this.said = said;
  }

  /**
   * Puts the file behind what was said.
   *
   * @param values knows the value of a name, or null
   * @throws ConfigurationException when the file can't be read, or names an unknown option
   */
  static UnaryOperator<String> behind(UnaryOperator<String> values) {
    String named = values.apply(CONFIG);
    String file = named == null ? System.getProperty(PROPERTY) : named;
    if (file == null) {
      return values;
    }
    ClusterFile read = read(Path.of(file));
    return name -> {
      String value = values.apply(name);
      return value == null ? read.value(name) : value;
    };
  }

  private static ClusterFile read(Path file) {
    Properties said = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      said.load(reader);
    } catch (NoSuchFileException missing) {
      throw new ConfigurationException(
          "The file of the cluster must be there: " + CONFIG + "=" + file, missing);
    } catch (IOException | IllegalArgumentException failure) {
      throw new ConfigurationException(
          "The file of the cluster must be one of properties: "
              + CONFIG
              + "="
              + file
              + ": "
              + failure.getMessage(),
          failure);
    }
    requireKnown(file, said.stringPropertyNames());
    if (said.stringPropertyNames().stream().anyMatch(name -> name.endsWith("Password"))) {
      FileModes.requireSecret(CONFIG, file);
    } else {
      FileModes.requireOurs(CONFIG, file);
    }
    return new ClusterFile(file, said);
  }

  private static void requireKnown(Path file, Set<String> names) {
    Set<String> known = new TreeSet<>(ClusterOptions.NAMES);
    known.remove(CONFIG);
    Set<String> unknown = new TreeSet<>(names);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new ConfigurationException(
          "The file of the cluster names options that there are: unknown="
              + unknown
              + ", "
              + CONFIG
              + "="
              + file
              + ", known="
              + known);
    }
  }

  private String value(String name) {
    String value = said.getProperty(name);
    if (value == null || !ClusterOptions.FILES.contains(name)) {
      return value == null ? null : value.strip();
    }
    return file.toAbsolutePath().resolveSibling(value.strip()).toString();
  }
}
