package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.NormalForm;
import dev.entourage.spi.PreparationLayer;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** C26: a layer of the user's drops or replaces what can't travel. */
class ReplacingLayersTest {

  private record Layer(Class<?> type, UnaryOperator<Object> with) implements PreparationLayer {

    @Override
    public String id() {
      return "test";
    }

    @Override
    public boolean replaces(Class<?> asked) {
      return type.isAssignableFrom(asked);
    }

    @Override
    public Object replace(Object value) {
      return with.apply(value);
    }
  }

  static class Client {
    String address = "here";
    Socket socket = new Socket();
    Client other;
  }

  record Holder(Object first, Object second) {}

  private static Object send(Object root, PreparationLayer... layers) {
    ClassLoader loader = ReplacingLayersTest.class.getClassLoader();
    NormalForm driver = NormalForms.over(loader, List.of(layers), List.of());
    Codec codec = new Codec(new Travel.ArraysMarshaller(driver), driver);
    return Travel.codec(loader).decode(codec.encode(root));
  }

  @Test
  void dropsWhatALayerReplacesByNothing() {
    Client sent = (Client) send(new Client(), new Layer(Socket.class, s -> null));
    assertThat(sent.address).isEqualTo("here");
    assertThat(sent.socket).isNull();
  }

  @Test
  void replacesAndKeepsIdentity() {
    Socket socket = new Socket();
    Holder sent =
        (Holder)
            send(
                new Holder(List.of(socket), socket),
                new Layer(Socket.class, s -> new ArrayList<>()));
    assertThat(sent.second()).isInstanceOf(ArrayList.class);
    assertThat(((List<?>) sent.first()).get(0)).isSameAs(sent.second());
  }

  @Test
  void letsValuesTravelAsTheyAre() {
    AtomicInteger asked = new AtomicInteger();
    Layer curious =
        new Layer(
            Object.class,
            value -> {
              asked.incrementAndGet();
              return value;
            });
    Map<String, Object> tree = new TreeMap<>(Map.of("b", List.of(1), "a", new int[] {1}));
    Holder root = new Holder(new HashMap<>(Map.of("k", tree)), new ArrayList<>(List.of("x")));
    Holder sent = (Holder) send(root, curious);
    assertThat(((Map<?, ?>) sent.first()).get("k")).asString().startsWith("{a=");
    assertThat(sent.second()).isEqualTo(List.of("x"));
    assertThat(asked).hasPositiveValue();
  }

  @Test
  void takesAStandInOfTheSameClassWithoutAskingAgain() {
    Layer copying =
        new Layer(
            Client.class,
            value -> {
              Client copy = new Client();
              copy.address = ((Client) value).address + " copied";
              copy.socket = null;
              return copy;
            });
    assertThat(((Client) send(new Client(), copying)).address).isEqualTo("here copied");
  }
}
