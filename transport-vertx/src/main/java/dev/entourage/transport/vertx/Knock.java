package dev.entourage.transport.vertx;

import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.Base64;
import java.util.Optional;

/**
 * What a driver and a host say to each other before they have a link: {@link Hello}, {@link
 * Welcome}, {@link Confirm}, or {@link Sorry}. Like notices, they travel as headers, so that no
 * codec of a stranger's choice reads them.
 */
sealed interface Knock {

  /** The longest text of a knock: a key or a name; a signature has 88 characters. */
  int MAX_TEXT = 200;

  /** Returns the name of the link that they are about. */
  String link();

  DeliveryOptions headers();

  /**
   * A driver wants a link.
   *
   * @param link its name: the driver's session and a number
   * @param host the id of the host that is meant
   * @param node the cluster's id of the driver's node
   * @param key the driver's public key, or an empty text
   * @param nonce chosen for this link
   * @param ephemeral the driver's half of the key agreement
   */
  record Hello(String link, String host, String node, String key, String nonce, String ephemeral)
      implements Knock {

    @Override
    public DeliveryOptions headers() {
      return start("hello", link)
          .addHeader("host", host)
          .addHeader("node", node)
          .addHeader("key", key)
          .addHeader("nonce", nonce)
          .addHeader("ephemeral", ephemeral);
    }
  }

  /**
   * The host proves who it is.
   *
   * @param link the link's name
   * @param name the host's name
   * @param node the cluster's id of the host's node
   * @param key the host's public key, or an empty text
   * @param nonce chosen for this link
   * @param ephemeral the host's half of the key agreement
   * @param signature of all that both have said, or an empty text
   */
  record Welcome(
      String link,
      String name,
      String node,
      String key,
      String nonce,
      String ephemeral,
      String signature)
      implements Knock {

    @Override
    public DeliveryOptions headers() {
      return start("welcome", link)
          .addHeader("name", name)
          .addHeader("node", node)
          .addHeader("key", key)
          .addHeader("nonce", nonce)
          .addHeader("ephemeral", ephemeral)
          .addHeader("signature", signature);
    }

    Welcome signed(String with) {
      return new Welcome(link, name, node, key, nonce, ephemeral, with);
    }
  }

  /**
   * The driver proves who it is.
   *
   * @param link the link's name
   * @param signature of all that both have said, or an empty text
   */
  record Confirm(String link, String signature) implements Knock {

    @Override
    public DeliveryOptions headers() {
      return start("confirm", link).addHeader("signature", signature);
    }
  }

  /**
   * The host doesn't want a link. Anybody may say this, so it is told to people and else ignored.
   *
   * @param link the link's name
   * @param name the host's name
   * @param why the refusal's name
   */
  record Sorry(String link, String name, String why) implements Knock {

    @Override
    public DeliveryOptions headers() {
      return start("sorry", link).addHeader("name", name).addHeader("why", why);
    }
  }

  private static DeliveryOptions start(String kind, String link) {
    return new DeliveryOptions()
        .addHeader("protocol", Notice.PROTOCOL)
        .addHeader("knock", kind)
        .addHeader("link", link);
  }

  /** Says whether headers are meant to be those of a knock. */
  static boolean isKnock(MultiMap headers) {
    return headers.contains("knock");
  }

  /** Reads a knock; empty when it is none. */
  static Optional<Knock> read(MultiMap headers) {
    try {
      return Notice.PROTOCOL.equals(headers.get("protocol"))
          ? Optional.ofNullable(read(headers.get("knock"), new Fields(headers)))
          : Optional.empty();
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static Knock read(String kind, Fields in) {
    return switch (kind) {
      case "hello" ->
          new Hello(
              in.name("link"),
              in.name("host"),
              in.name("node"),
              in.key("key"),
              in.bytes("nonce"),
              in.bytes("ephemeral"));
      case "welcome" ->
          new Welcome(
              in.name("link"),
              in.name("name"),
              in.name("node"),
              in.key("key"),
              in.bytes("nonce"),
              in.bytes("ephemeral"),
              in.bytes("signature"));
      case "confirm" -> new Confirm(in.name("link"), in.bytes("signature"));
      case "sorry" -> new Sorry(in.name("link"), in.name("name"), in.name("why"));
      default -> null;
    };
  }

  /** Reads the fields of a knock, each of which is short. */
  record Fields(MultiMap headers) {

    private String text(String field) {
      String text = headers.get(field);
      if (text == null || text.length() > MAX_TEXT) {
        throw new IllegalArgumentException(field);
      }
      return text;
    }

    private String name(String field) {
      String name = text(field);
      if (!Notice.isName(name)) {
        throw new IllegalArgumentException(field);
      }
      return name;
    }

    private String bytes(String field) {
      String text = text(field);
      Base64.getDecoder().decode(text);
      return text;
    }

    private String key(String field) {
      String text = text(field);
      return text.isEmpty() ? text : PeerKey.parse(text).text();
    }
  }
}
