package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.Shared;
import dev.entourage.Workers;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Manifest;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.CodeAnswer;
import dev.entourage.worker.LinkMessage.CodeRequest;
import dev.entourage.worker.LinkMessage.FindRequest;
import dev.entourage.worker.LinkMessage.ManifestRequest;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Question;
import dev.entourage.worker.LinkMessage.ResourceRequest;
import dev.entourage.worker.LinkMessage.SharedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a worker gets that asks for more than its task needs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodeQuestionsTest {

  private final FakeHost host = new FakeHost("kryo");
  private final FakeHost otherHost = new FakeHost("kryo");
  private Workers workers;
  private Workers others;
  private Parcel parcel;

  @BeforeEach
  void submit() throws InterruptedException {
    workers = pool(host);
    others = pool(otherHost);
    workers.submit(new OneTask());
    parcel = host.parcel();
  }

  private static Workers pool(FakeHost host) {
    return new PoolBuilder(Optional.of(host)).processes(1).build();
  }

  @AfterEach
  void close() {
    workers.shutdownNow();
    others.shutdownNow();
  }

  @Test
  void getsTheFilesOfItsManifestAndNoOthers() throws Exception {
    Manifest manifest = Manifest.decode(array(bytes(new ManifestRequest(1, parcel.manifest()))));
    Digest own = manifest.entries().get(0).hash();
    Digest foreign = Digest.of(classFile(FakeHost.class));
    Digest secret = Digest.of(ByteBuffer.wrap(Files.readAllBytes(Path.of("pom.xml"))));

    CodeAnswer answer = (CodeAnswer) ask(new CodeRequest(2, List.of(own, foreign, secret)));
    assertThat(answer.files()).containsOnlyKeys(own);
  }

  @Test
  void getsNothingOfAManifestThatItsDriverNeverMade() throws Exception {
    others.submit(new OtherTask());
    Digest foreign = otherHost.parcel().manifest();
    assertThat(foreign).isNotEqualTo(parcel.manifest());

    assertThat(empty(new ManifestRequest(1, foreign))).isTrue();
    assertThat(empty(new FindRequest(2, foreign, OtherTask.class.getName()))).isTrue();
    assertThat(empty(new ResourceRequest(3, foreign, "dev/entourage/engine/OtherTask.class")))
        .isTrue();
  }

  @Test
  void getsNoSharedValueOfAnotherPool() throws Exception {
    Shared<String> foreign = others.share("secret");
    Shared<String> own = workers.share("for all");

    assertThat(empty(new SharedRequest(1, id(own)))).isFalse();
    assertThat(empty(new SharedRequest(2, id(foreign)))).isTrue();
  }

  private static Digest id(Shared<?> shared) {
    return ((SharedValue<?>) shared).key().id();
  }

  @Test
  void getsNoFileThatANameLeadsOutTo(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Path classes = Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    ByteBuffer nothing = resource("no/such/file");
    assertThat(resource(getClass().getName().replace('.', '/') + ".class")).isNotEqualTo(nothing);

    assertThat(resource(classes.relativize(secret).toString())).isEqualTo(nothing);
    assertThat(resource(secret.toString())).isEqualTo(nothing);
    assertThat(resource(secret.toUri().toString())).isEqualTo(nothing);
    assertThat(resource("dev/../../../pom.xml")).isEqualTo(nothing);
    assertThat(resource("")).isEqualTo(nothing);
  }

  private ByteBuffer resource(String name) throws InterruptedException {
    return bytes(new ResourceRequest(1, parcel.manifest(), name));
  }

  private ByteBuffer bytes(Question question) throws InterruptedException {
    return ((Answer) ask(question)).bytes().orElseThrow();
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private boolean empty(Question question) throws InterruptedException {
    return ((Answer) ask(question)).bytes().isEmpty();
  }

  private Object ask(Question question) throws InterruptedException {
    host.reply("w1", question);
    return host.answer();
  }

  private static ByteBuffer classFile(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return ByteBuffer.wrap(in.readAllBytes());
    }
  }
}
