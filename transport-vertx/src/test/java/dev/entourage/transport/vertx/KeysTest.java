package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of keys. */
class KeysTest {

  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void aKeyIsForItsUserAlone() throws IOException {
    Path key = folder.resolve("new/folder/a");
    String line = KeyFile.create(key, "anna at home", false);

    assertThat(mode(key)).isEqualTo("rw-------");
    assertThat(mode(key.getParent())).isEqualTo("rwx------");
    assertThat(line).startsWith("ed25519 ").endsWith(" anna at home");
    assertThat(Files.readString(Path.of(key + ".pub"))).isEqualTo(line + "\n");
    try (var files = Files.list(key.getParent())) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aKeyIsNeverReplacedByAccident() throws IOException {
    Path key = TestKeys.peer(folder, "a");
    String before = Files.readString(key);

    assertRefused(() -> KeyFile.create(key, "a", false), "There is a key already", "--force");
    assertThat(Files.readString(key)).isEqualTo(before);
    KeyFile.create(key, "a", true);
    assertThat(Files.readString(key)).isNotEqualTo(before);
    assertThat(mode(key)).isEqualTo("rw-------");
  }

  @Test
  void aNameIsOneLine() {
    assertRefused(() -> KeyFile.create(folder.resolve("a"), "a\ned25519 x", false), "one short");
  }

  @Test
  void whatOneSignsTheListOfOthersKnows() {
    Identity anna = Identity.read("key", TestKeys.peer(folder, "anna"));
    Identity bert = Identity.read("key", TestKeys.peer(folder, "bert"));
    KeyList list = KeyList.read("drivers", folder.resolve("anna.pub"));

    assertThat(list.name(anna.key())).contains("anna");
    assertThat(list.name(bert.key())).isEmpty();
    assertThat(anna.key().signed(MESSAGE, anna.sign(MESSAGE))).isTrue();
    assertThat(anna.key().signed(MESSAGE, bert.sign(MESSAGE))).isFalse();
    assertThat(anna.key().signed(new byte[1], anna.sign(MESSAGE))).isFalse();
    assertThat(anna.key().signed(MESSAGE, new byte[0])).isFalse();
    assertThat(anna.key().fingerprint()).startsWith("SHA256:").hasSize(50);
  }

  @Test
  void aKeyThatOthersCanReadIsRefused() throws IOException {
    Path key = TestKeys.peer(folder, "a");
    set(key, "rw-r-----");
    assertRefused(() -> Identity.read("key", key), "can be read", "chmod 600 '" + key);
    set(key, "rw----r--");
    assertRefused(() -> Identity.read("key", key), "can be read");
    set(key, "rw-----w-");
    assertRefused(() -> Identity.read("key", key), "can be changed", "chmod 600");
    set(key, "r--------");
    assertThat(Identity.read("key", key).key()).isNotNull();
  }

  @Test
  void aFileOfAnotherUserIsRefused() throws IOException {
    Assumptions.assumeTrue(
        System.getProperty("user.name").equals("root"), "only root can give files away");
    Path key = TestKeys.peer(folder, "a");
    UserPrincipalLookupService users = key.getFileSystem().getUserPrincipalLookupService();
    Files.setOwner(key, users.lookupPrincipalByName("nobody"));
    Files.setOwner(TestKeys.listing(key), users.lookupPrincipalByName("nobody"));

    assertRefused(() -> Identity.read("key", key), "belongs to nobody", "chown root '" + key);
    assertRefused(() -> KeyList.read("hosts", TestKeys.listing(key)), "belongs to nobody");
  }

  @Test
  void aListThatOthersCanChangeIsRefused() throws IOException {
    Path list = TestKeys.listing(TestKeys.peer(folder, "a"));
    set(list, "rw-r--rw-");
    assertRefused(() -> KeyList.read("drivers", list), "can be changed", "chmod go-w '" + list);
    set(list, "rw-r--r--");
    set(folder, "rwxrwxrwx");
    assertRefused(() -> KeyList.read("drivers", list), "is a folder", "chmod go-w '" + folder);
    set(folder, "rwx------");
    Path link = Files.createSymbolicLink(folder.resolve("link"), list);
    set(list, "rw-r--rw-");
    assertRefused(() -> KeyList.read("drivers", link), "chmod go-w '" + list);
  }

  @Test
  void filesOfTlsAreLookedAtAsWell() throws IOException {
    String store = TestKeys.empty(folder.resolve("a.p12")).toString();
    Map<String, String> options = Map.of("keyStore", store, "trustStore", store);
    assertThat(BusTls.read(options::get)).isPresent();
    set(Path.of(store), "rw-r--r--");
    assertRefused(() -> BusTls.read(options::get), "option keyStore", "chmod 600");

    Path trust = TestKeys.empty(folder.resolve("trust.p12"));
    set(Path.of(store), "rw-------");
    set(trust, "rw-r--rw-");
    Map<String, String> others = Map.of("keyStore", store, "trustStore", trust.toString());
    assertRefused(() -> BusTls.read(others::get), "option trustStore", "chmod go-w");
  }

  @Test
  void aFileWithPasswordsIsASecret() throws IOException {
    Path file = Files.writeString(folder.resolve("a.properties"), "keyStorePassword=x");
    set(file, "rw-r--r--");

    assertRefused(
        () -> ClusterOptions.read(Map.of("config", file.toString())::get), "chmod 600 '" + file);
  }

  @Test
  void aFileThatHoldsNoKeyIsRefused() throws Exception {
    Path key = TestKeys.peer(folder, "a");
    String pem = Files.readString(key);
    String other = Files.readString(TestKeys.peer(folder, "b"));

    Files.writeString(key, "nothing");
    assertRefused(() -> Identity.read("key", key), "it has no PRIVATE KEY", "entourage keygen");
    Files.writeString(key, pem.substring(0, pem.indexOf("-----BEGIN PUBLIC")));
    assertRefused(() -> Identity.read("key", key), "it has no PUBLIC KEY");
    Files.writeString(
        key,
        pem.substring(0, pem.indexOf("-----BEGIN PUBLIC"))
            + other.substring(other.indexOf("-----BEGIN PUBLIC")));
    assertRefused(() -> Identity.read("key", key), "don't belong together");
    assertRefused(() -> Identity.read("key", folder.resolve("gone")), "can't be read");
  }

  @Test
  void aListIsReadLineByLine() throws Exception {
    String line = Files.readString(TestKeys.listing(TestKeys.peer(folder, "a"))).strip();
    Path list = folder.resolve("list");
    Files.write(list, List.of("# drivers", "", "  " + line + "  "));
    assertThat(KeyList.read("drivers", list)).isNotNull();

    Files.write(list, List.of("# nobody"));
    assertRefused(() -> KeyList.read("drivers", list), "is empty");
    Files.write(list, List.of(line, "ed25519 AAAA b"));
    assertRefused(() -> KeyList.read("drivers", list), "line=2");
    Files.write(list, List.of("ssh-rsa AAAA b"));
    assertRefused(() -> KeyList.read("drivers", list), "line=1", "ed25519 BASE64 NAME");
    byte[] x25519 =
        KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic().getEncoded();
    Files.write(list, List.of("ed25519 " + Base64.getEncoder().encodeToString(x25519)));
    assertRefused(() -> KeyList.read("drivers", list), "no public key of Ed25519");
  }

  @Test
  void aListIsReadAgainWhenItHasChangedUnlessItIsBroken() throws Exception {
    Identity anna = Identity.read("key", TestKeys.peer(folder, "anna"));
    Identity bert = Identity.read("key", TestKeys.peer(folder, "bert"));
    Path file = folder.resolve("list");
    Files.copy(folder.resolve("anna.pub"), file);
    KeyList list = KeyList.read("drivers", file);
    Files.writeString(file, "");
    list.refresh();
    assertThat(list.name(anna.key())).as("of a list being written").isPresent();
    Files.writeString(file, "# now bert\n" + Files.readString(folder.resolve("bert.pub")));
    list.refresh();

    assertThat(list.name(anna.key())).isEmpty();
    assertThat(list.name(bert.key())).isPresent();
  }

  @Test
  void keysAreOptionalForTrialsAlone() {
    Optional<Path> key = Optional.of(TestKeys.peer(folder, "a"));
    Optional<Path> list = key.map(TestKeys::listing);
    Optional<Path> none = Optional.empty();

    assertThat(Credentials.read(none, none, "hosts", true)).isSameAs(Credentials.NONE);
    assertThat(Credentials.read(key, list, "hosts", false).key()).isNotEmpty();
    assertRefused(() -> Credentials.read(none, none, "hosts", false), "option key is missing");
    assertRefused(() -> Credentials.read(none, list, "hosts", true), "option key is missing");
    assertRefused(() -> Credentials.read(key, none, "hosts", true), "option hosts is missing");
  }

  private static void assertRefused(ThrowingCallable call, String... why) {
    assertThatThrownBy(call)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(why);
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void set(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
