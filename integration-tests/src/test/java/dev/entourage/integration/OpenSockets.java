package dev.entourage.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Linux tells of another process: the sockets where it listens, and the memory it took. */
final class OpenSockets {

  private static final String LISTENS = "00010000";

  private OpenSockets() {}

  /** Returns the Unix-domain sockets on which a process listens. */
  static List<Path> of(ProcessHandle process) {
    Set<String> inodes = inodes(process);
    try (Stream<String> lines = Files.lines(Path.of("/proc/net/unix"))) {
      return lines
          .map(line -> line.trim().split("\\s+"))
          .filter(columns -> columns.length == 8)
          .filter(columns -> columns[3].equals(LISTENS) && inodes.contains(columns[6]))
          .map(columns -> Path.of(columns[7]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many files and sockets a process has open. */
  static long files(ProcessHandle process) {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> inodes(ProcessHandle process) {
    Path folder = Path.of("/proc", Long.toString(process.pid()), "fd");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(OpenSockets::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring("socket:[".length(), target.length() - 1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed in the meantime
    }
  }

  /** Returns the most memory that a process ever had resident, in KiB. */
  static long peakMemory(ProcessHandle process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      String peak = lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
      return Long.parseLong(peak.replaceAll("\\D", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
