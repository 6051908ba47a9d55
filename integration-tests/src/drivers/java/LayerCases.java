import dev.entourage.Explanation;
import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import dev.entourage.Workers;
import dev.entourage.spi.PreparationLayer;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Layers of the user's: what can't travel is dropped or replaced on its way. */
public class LayerCases {

  public static void main(String[] args) {
    Cases.run(
        LayerCases.class, pool -> pool.layer(new WithoutProgress()).layer(new ClientsAnew()), args);
  }

  /** Draws on a terminal that only the driver has. */
  static final class ProgressBar {
    private final Thread painter = new Thread(() -> {});
    private int steps;

    void step() {
      steps++;
    }
  }

  /** Talks to a server over a connection that belongs to its process. */
  static final class Client {
    private final String address;
    private final Socket connection = new Socket();
    private final long openedBy = ProcessHandle.current().pid();

    Client(String address) {
      this.address = address;
    }
  }

  /** Travels instead of a client: on the worker it becomes a new one. */
  record ClientFactory(String address) implements java.io.Serializable {
    private Object readResolve() {
      return new Client(address);
    }
  }

  /** Tasks do without the progress bar. */
  static final class WithoutProgress implements PreparationLayer {
    @Override
    public String id() {
      return "without-progress";
    }

    @Override
    public boolean replaces(Class<?> type) {
      return type == ProgressBar.class;
    }

    @Override
    public Object replace(Object value) {
      return null;
    }
  }

  /** Each worker connects for itself. */
  static final class ClientsAnew implements PreparationLayer {
    @Override
    public String id() {
      return "clients-anew";
    }

    @Override
    public boolean replaces(Class<?> type) {
      return type == Client.class;
    }

    @Override
    public Object replace(Object value) {
      return new ClientFactory(((Client) value).address);
    }
  }

  static final class Crawler {
    private final Client client = new Client("example.org:80");
    private final ProgressBar progress = new ProgressBar();
    private final List<Client> pool = new ArrayList<>(List.of(client, client));
    private final Map<String, Client> byName = Map.of("main", client);

    String crawl(String page) {
      if (progress != null) {
        progress.step();
      }
      return client.address + "/" + page;
    }
  }

  // C26
  static void aDroppedProgressBarIsNull(Workers workers) throws Exception {
    Crawler crawler = new Crawler();
    Cases.same("example.org:80/a", Cases.on(workers, () -> crawler.crawl("a")));
    Cases.same(true, Cases.on(workers, () -> crawler.progress == null));
    Cases.check(crawler.progress.steps == 0, "the driver's own was used");
    Cases.check(crawler.client.connection != null, "the driver's own was changed");
  }

  // C26
  static void aReplacedClientIsMadeAnewOnTheWorker(Workers workers) throws Exception {
    Crawler crawler = new Crawler();
    long here = ProcessHandle.current().pid();
    Cases.same(here, crawler.client.openedBy);
    Cases.check(
        Cases.on(workers, () -> crawler.client.openedBy == ProcessHandle.current().pid()),
        "the client was made elsewhere");
  }

  // C26
  static void referencesToAReplacedObjectStayReferencesToOne(Workers workers) throws Exception {
    Crawler crawler = new Crawler();
    Client captured = crawler.client;
    Cases.same(
        true,
        Cases.on(
            workers,
            () ->
                captured == crawler.client
                    && crawler.pool.get(0) == captured
                    && crawler.pool.get(1) == captured
                    && crawler.byName.get("main") == captured));
    Client other = new Client("example.org:80");
    Cases.same(true, Cases.on(workers, () -> other != captured));
  }

  // C26, F47
  static void anExplanationTellsWhatTheLayersDid(Workers workers) throws Exception {
    Crawler crawler = new Crawler();
    RemoteCallable<String> task = () -> crawler.crawl("a");
    Cases.on(workers, task);
    Explanation told = workers.explain(task);
    Cases.same(List.of(), told.refusals());
    Cases.same(
        List.of(new Explanation.Replaced(ProgressBar.class.getName(), "", 1)),
        layer(told, "without-progress").replaced());
    Cases.same(
        List.of(new Explanation.Replaced(Client.class.getName(), ClientFactory.class.getName(), 1)),
        layer(told, "clients-anew").replaced());
    Cases.check(
        told.classes().stream().anyMatch(c -> c.name().equals(ClientFactory.class.getName())),
        "the factory's class isn't told: " + told);
  }

  static Explanation.LayerEntry layer(Explanation told, String id) {
    return told.layers().stream().filter(layer -> layer.id().equals(id)).findFirst().orElseThrow();
  }

  // C26
  static void refusesWhatNoLayerReplaces(Workers workers) throws Exception {
    Object[] state = {new Crawler(), new Socket()};
    PreparationException e =
        Cases.thrown(PreparationException.class, () -> Cases.on(workers, () -> state.length));
    Cases.check(e.path().endsWith("→ [1] → java.net.Socket"), e.path());
  }
}
