package dev.entourage.transport.vertx;

import io.vertx.core.Completable;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.shareddata.AsyncMap;
import io.vertx.core.shareddata.Counter;
import io.vertx.core.shareddata.Lock;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.core.spi.cluster.NodeListener;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.core.spi.cluster.RegistrationListener;
import io.vertx.core.spi.cluster.RegistrationUpdateEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A cluster whose nodes all live in this JVM and still talk over sockets. It starts in
 * milliseconds, and can lose a node without a word.
 */
final class StaticCluster {

  private final Map<String, Manager> nodes = new ConcurrentHashMap<>();
  private final Map<String, List<RegistrationInfo>> registrations = new ConcurrentHashMap<>();

  Vertx node() {
    return node(new EventBusOptions().setHost("127.0.0.1"));
  }

  Vertx node(EventBusOptions bus) {
    VertxOptions options = QuietVertx.options().setWorkerPoolSize(4).setEventBusOptions(bus);
    return QuietVertx.quiet(
        Blocking.await(
            Vertx.builder().with(options).withClusterManager(new Manager()).buildClustered()));
  }

  /** Makes a node vanish from everybody's view, as when its machine loses power. */
  void forget(Vertx vertx) {
    nodes.remove(new ClusterBus(vertx, new Refusals()).node());
  }

  /** Lists the addresses that somebody listens to. */
  List<String> addresses() {
    return registrations.entrySet().stream()
        .filter(known -> !known.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void changed(String address) {
    RegistrationUpdateEvent event =
        new RegistrationUpdateEvent(
            address, List.copyOf(registrations.getOrDefault(address, List.of())));
    nodes.values().forEach(node -> node.tell(event));
  }

  private final class Manager implements ClusterManager {

    private final String id = UUID.randomUUID().toString();
    private RegistrationListener listener;
    private volatile NodeInfo info;

    private void tell(RegistrationUpdateEvent event) {
      if (listener.wantsUpdatesFor(event.address())) {
        listener.registrationsUpdated(event);
      }
    }

    @Override
    public void init(Vertx vertx) {}

    @Override
    public void join(Completable<Void> promise) {
      nodes.put(id, this);
      promise.succeed();
    }

    @Override
    public void leave(Completable<Void> promise) {
      nodes.remove(id);
      registrations.values().forEach(known -> known.removeIf(one -> one.nodeId().equals(id)));
      promise.succeed();
    }

    @Override
    public boolean isActive() {
      return nodes.containsKey(id);
    }

    @Override
    public String getNodeId() {
      return id;
    }

    @Override
    public List<String> getNodes() {
      return new ArrayList<>(nodes.keySet());
    }

    @Override
    public void setNodeInfo(NodeInfo node, Completable<Void> promise) {
      info = node;
      promise.succeed();
    }

    @Override
    public NodeInfo getNodeInfo() {
      return info;
    }

    @Override
    public void getNodeInfo(String node, Completable<NodeInfo> promise) {
      Manager known = nodes.get(node);
      if (known == null) {
        promise.fail("Not a member of the cluster");
      } else {
        promise.succeed(known.info);
      }
    }

    @Override
    public void nodeListener(NodeListener nodeListener) {}

    @Override
    public void registrationListener(RegistrationListener registrationListener) {
      listener = registrationListener;
    }

    @Override
    public void addRegistration(String address, RegistrationInfo one, Completable<Void> promise) {
      registrations.computeIfAbsent(address, any -> new CopyOnWriteArrayList<>()).add(one);
      changed(address);
      promise.succeed();
    }

    @Override
    public void removeRegistration(
        String address, RegistrationInfo one, Completable<Void> promise) {
      registrations.getOrDefault(address, new CopyOnWriteArrayList<>()).remove(one);
      changed(address);
      promise.succeed();
    }

    @Override
    public void getRegistrations(String address, Completable<List<RegistrationInfo>> promise) {
      promise.succeed(List.copyOf(registrations.getOrDefault(address, List.of())));
    }

    @Override
    public <K, V> void getAsyncMap(String name, Completable<AsyncMap<K, V>> promise) {
      promise.fail("no maps");
    }

    @Override
    public <K, V> Map<K, V> getSyncMap(String name) {
      throw new UnsupportedOperationException("no maps");
    }

    @Override
    public void getLockWithTimeout(String name, long timeout, Completable<Lock> promise) {
      promise.fail("no locks");
    }

    @Override
    public void getCounter(String name, Completable<Counter> promise) {
      promise.fail("no counters");
    }
  }
}
