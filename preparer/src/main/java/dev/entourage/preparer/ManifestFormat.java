package dev.entourage.preparer;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.Manifest.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bytes of a manifest: a magic number, the sources, the entries, the packages. Texts are at
 * most 65,535 bytes long, so no length that was read leads to a large allocation. One list of
 * entries has exactly one encoding.
 */
final class ManifestFormat {

  static final Comparator<Entry> ORDER = ManifestFormat::compare;

  private static final int MAGIC = 0x454d4632;

  /** A source number, an empty name, a hash and a flag. */
  private static final int SMALLEST_ENTRY = 4 + 2 + Digest.BYTES + 1;

  /** A name and the texts, all empty. */
  private static final int SMALLEST_PACKAGE = 2 + 2 * PackageVersions.TEXTS;

  /** An empty source. */
  private static final int SMALLEST_SOURCE = 2;

  private ManifestFormat() {}

  /** By source, then by name. Entries share their source's text, which may be long. */
  private static int compare(Entry one, Entry other) {
    int bySource = one.source() == other.source() ? 0 : one.source().compareTo(other.source());
    return bySource != 0 ? bySource : one.name().compareTo(other.name());
  }

  static byte[] encode(List<Entry> sorted, List<PackageVersions> packages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 80 * sorted.size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      writeEntries(out, sorted, writeSources(out, sorted));
      writePackages(out, packages);
    } catch (IOException e) {
      throw new UncheckedIOException("A name in a manifest is longer than 65,535 bytes", e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, Integer> writeSources(DataOutputStream out, List<Entry> sorted)
      throws IOException {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    sorted.forEach(entry -> numbers.putIfAbsent(entry.source(), numbers.size()));
    out.writeInt(numbers.size());
    for (String source : numbers.keySet()) {
      out.writeUTF(source);
    }
    return numbers;
  }

  private static void writeEntries(
      DataOutputStream out, List<Entry> sorted, Map<String, Integer> sources) throws IOException {
    byte[] hash = new byte[Digest.BYTES];
    out.writeInt(sorted.size());
    for (Entry entry : sorted) {
      out.writeInt(sources.get(entry.source()));
      out.writeUTF(entry.name());
      entry.hash().write(ByteBuffer.wrap(hash));
      out.write(hash);
      out.writeBoolean(entry.asserting());
    }
  }

  private static void writePackages(DataOutputStream out, List<PackageVersions> packages)
      throws IOException {
    out.writeInt(packages.size());
    for (PackageVersions versions : packages) {
      out.writeUTF(versions.name());
      for (String text : versions.texts()) {
        out.writeUTF(text);
      }
    }
  }

  static Manifest decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      check(in.readInt() == MAGIC, "it doesn't begin like one");
      List<Entry> entries = readEntries(in, readSources(in));
      check(isAscending(entries, ORDER), "its entries are out of order");
      List<PackageVersions> packages = readPackages(in);
      check(
          Arrays.equals(encode(entries, packages), bytes),
          "its encoding isn't the one of its entries");
      return new Manifest(Digest.of(bytes), entries, packages);
    } catch (IOException e) {
      throw new CodeUnavailableException("Not a manifest: it ends early or has a broken name", e);
    }
  }

  private static <T> boolean isAscending(List<T> list, Comparator<T> order) {
    for (int i = 1; i < list.size(); i++) {
      if (order.compare(list.get(i - 1), list.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static List<String> readSources(DataInputStream in) throws IOException {
    int count = readCount(in, SMALLEST_SOURCE);
    List<String> sources = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sources.add(in.readUTF());
    }
    check(isAscending(sources, Comparator.naturalOrder()), "its sources are out of order");
    return sources;
  }

  private static List<Entry> readEntries(DataInputStream in, List<String> sources)
      throws IOException {
    int count = readCount(in, SMALLEST_ENTRY);
    List<Entry> entries = new ArrayList<>(count);
    Set<String> names = new HashSet<>();
    byte[] hash = new byte[Digest.BYTES];
    for (int i = 0; i < count; i++) {
      int source = in.readInt();
      check(source >= 0 && source < sources.size(), "source=" + source);
      String name = in.readUTF();
      check(isBinaryName(name) && names.add(name), "name=" + name);
      in.readFully(hash);
      Digest digest = Digest.read(ByteBuffer.wrap(hash));
      entries.add(new Entry(sources.get(source), name, digest, in.readBoolean()));
    }
    return entries;
  }

  private static List<PackageVersions> readPackages(DataInputStream in) throws IOException {
    int count = readCount(in, SMALLEST_PACKAGE);
    List<PackageVersions> packages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      List<String> texts = new ArrayList<>(PackageVersions.TEXTS);
      for (int text = 0; text < PackageVersions.TEXTS; text++) {
        texts.add(in.readUTF());
      }
      packages.add(new PackageVersions(name, texts));
    }
    check(
        isAscending(packages, Comparator.comparing(PackageVersions::name)),
        "its packages are out of order");
    return packages;
  }

  private static int readCount(DataInputStream in, int smallest) throws IOException {
    int count = in.readInt();
    check(count >= 0 && count <= in.available() / smallest, "count=" + count);
    return count;
  }

  private static boolean isBinaryName(String name) {
    return !name.isEmpty()
        && name.indexOf('/') < 0
        && name.indexOf('[') < 0
        && name.indexOf(';') < 0;
  }

  private static void check(boolean fine, String what) {
    if (!fine) {
      throw new CodeUnavailableException("Not a manifest: " + what);
    }
  }
}
