package dev.entourage.benchmarks;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another JVM of the same class path, which ends when its standard input does.
 *
 * @param process the other JVM
 * @param greeting the first line that it printed, when it is ready
 */
record PeerJvm(Process process, String greeting) implements AutoCloseable {

  /** Runs a main class; it prints one line when it is ready, and then {@link #serve}s. */
  static PeerJvm start(Class<?> main, String... jvmOptions) throws IOException {
    return start(main, List.of(jvmOptions), List.of());
  }

  /** Runs a main class that takes arguments. */
  static PeerJvm start(Class<?> main, List<String> jvmOptions, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String greeting = lines.readLine();
    if (greeting == null) {
      throw new EOFException("A peer ended before it was ready: " + main.getName());
    }
    return new PeerJvm(process, greeting);
  }

  /** For the other JVM: says that it is ready, and ends when nobody listens any more. */
  static void serve(String greeting) throws IOException {
    System.out.println(greeting);
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
