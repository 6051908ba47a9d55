package dev.entourage.preparer;

import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Code sources as text, and back. */
final class CodeSources {

  /** Longer ones are cut: the text is for people and for telling sources apart. */
  private static final int LONGEST = 4096;

  /** What {@link SourceNames} appends; in a URL's path it would be quoted. */
  private static final Pattern NUMBER = Pattern.compile("#\\d+$");

  private CodeSources() {}

  /** Names the code source of a class. */
  static String of(Class<?> type) {
    URL location = location(type);
    String text = location != null ? location.toString() : withoutLocation(type);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** Where the class's code source is, or null. */
  static URL location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  /** Names who signed the class's code source; nobody in most cases. */
  static List<String> signers(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    CodeSigner[] signers = source == null ? null : source.getCodeSigners();
    return signers == null ? List.of() : Stream.of(signers).map(CodeSources::name).toList();
  }

  private static String name(CodeSigner signer) {
    Certificate first = signer.getSignerCertPath().getCertificates().get(0);
    return first instanceof X509Certificate named
        ? named.getSubjectX500Principal().getName()
        : first.getType();
  }

  /** The file behind a {@code file:} URL. */
  static Optional<Path> file(URL location) {
    if (location == null || !"file".equals(location.getProtocol())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(location.toURI()).toAbsolutePath().normalize());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** The jar that the URL of a resource names. */
  static Optional<Path> jar(URL resource) {
    String text = resource.toString();
    int end = text.indexOf("!/");
    if (!text.startsWith("jar:") || end < 0) {
      return Optional.empty();
    }
    try {
      return file(new URL(text.substring("jar:".length(), end)));
    } catch (MalformedURLException e) {
      return Optional.empty();
    }
  }

  private static String withoutLocation(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return type.getModule().isNamed()
        ? "module:" + type.getModule().getName()
        : "memory:" + (loader == null ? "boot" : loader.getClass().getName());
  }

  /** The domain that a worker defines the classes of a source in. */
  static ProtectionDomain domain(String source, ClassLoader loader) {
    CodeSource code = new CodeSource(url(source), (Certificate[]) null);
    return new ProtectionDomain(code, null, loader, null);
  }

  /** Schemes such as the source launcher's are unknown on a worker: then there is no location. */
  private static URL url(String source) {
    try {
      return new URL(NUMBER.matcher(source).replaceFirst(""));
    } catch (MalformedURLException e) {
      return null;
    }
  }
}
