package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class NoticeTest {

  private final Notice notice = new Notice("a", "a@1", "node");

  @Test
  void aNoticeComesBackAsItWas() {
    assertThat(Notice.read(headers())).contains(notice);
  }

  @Test
  void whatIsNoNoticeIsIgnored() {
    assertThat(Notice.read(MultiMap.caseInsensitiveMultiMap())).isEmpty();
    assertThat(Notice.read(headers().set("protocol", "1"))).isEmpty();
    assertThat(Notice.read(headers().set("name", ""))).isEmpty();
    assertThat(Notice.read(headers().set("name", "x".repeat(201)))).isEmpty();
    assertThat(Notice.read(headers().set("id", "a\nb"))).isEmpty();
    assertThat(Notice.read(headers().remove("node"))).isEmpty();
  }

  private MultiMap headers() {
    return MultiMap.caseInsensitiveMultiMap().addAll(notice.headers().getHeaders());
  }
}
