package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of keys that are trusted: a line each, {@code ed25519 <base64> <name>}, as {@code
 * entourage keygen} prints them. It is read again when it has changed, so that a key can be taken
 * off it while tasks run. Thread-safe.
 */
final class KeyList {

  /** How a line begins. */
  static final String KIND = "ed25519";

  private static final Logger LOG = LoggerFactory.getLogger(KeyList.class);

  private final String option;
  private final Path file;
  private volatile Map<PeerKey, String> names;
  private volatile List<Object> version;

  private KeyList(String option, Path file) {
    this.option = option;
    this.file = file;
  }

  /**
   * Reads a list.
   *
   * @param option the option that names the file, for messages
   * @throws ConfigurationException when it lists no key, or others could have written it
   */
  static KeyList read(String option, Path file) {
    KeyList list = new KeyList(option, file);
    list.load();
    return list;
  }

  /** Returns the name behind a key, when the key is listed. */
  Optional<String> name(PeerKey key) {
    return Optional.ofNullable(names.get(key));
  }

  /** Reads the file again when it has changed. Keeps what it knew when the file can't be used. */
  void refresh() {
    try {
      if (!version().equals(version)) {
        load();
        LOG.info("Read the keys again: {}={}, keys={}", option, file, names.size());
      }
    } catch (ConfigurationException | IOException broken) {
      LOG.warn("The keys that were known stay in force: {}", broken.getMessage());
    }
  }

  private void load() {
    FileModes.requireOurs(option, file);
    try {
      List<Object> seen = version();
      names = parse(Files.readAllLines(file));
      version = seen;
    } catch (IOException e) {
      throw new ConfigurationException("A list of keys can't be read: " + option + "=" + file, e);
    }
  }

  /** Two versions may have one time, but hardly one time and one length and one inode. */
  private List<Object> version() throws IOException {
    Map<String, Object> is = Files.readAttributes(file, "lastModifiedTime,size,fileKey");
    return List.of(is.get("lastModifiedTime"), is.get("size"), String.valueOf(is.get("fileKey")));
  }

  private Map<PeerKey, String> parse(List<String> lines) {
    Map<PeerKey, String> keys = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        add(keys, line, i + 1);
      }
    }
    if (keys.isEmpty()) {
      throw new ConfigurationException(
          "A list of keys is empty: "
              + option
              + "="
              + file
              + ". Add what entourage keygen prints.");
    }
    return Map.copyOf(keys);
  }

  private void add(Map<PeerKey, String> keys, String line, int number) {
    String[] words = line.split("\\s+", 3);
    try {
      if (words.length < 2 || !words[0].equals(KIND)) {
        throw new IllegalArgumentException("it does not begin with " + KIND + " and a key");
      }
      keys.put(PeerKey.parse(words[1]), words.length == 3 ? words[2] : "");
    } catch (IllegalArgumentException damaged) {
      throw new ConfigurationException(
          "A line of a list of keys can't be understood: %s=%s, line=%d: %s. Lines are: %s BASE64 NAME"
              .formatted(option, file, number, damaged.getMessage(), KIND),
          damaged);
    }
  }
}
