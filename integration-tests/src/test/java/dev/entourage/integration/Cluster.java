package dev.entourage.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Hazelcast cluster on the loopback interface, described by a file that every member reads.
 *
 * @param jdk what its members run on
 * @param configuration the file
 */
record Cluster(Jdk jdk, Path configuration) {

  private static final String XML =
      """
      <hazelcast xmlns="http://www.hazelcast.com/schema/config">
        <cluster-name>%s</cluster-name>
        <properties>
          <property name="hazelcast.phone.home.enabled">false</property>
          <property name="hazelcast.logging.type">none</property>
          <property name="hazelcast.socket.bind.any">false</property>
        </properties>
        <network>
          <port auto-increment="true" port-count="20">%d</port>
          <join>
            <multicast enabled="false"/>
            <auto-detection enabled="false"/>
            <tcp-ip enabled="true"><member>127.0.0.1:%d-%d</member></tcp-ip>
          </join>
          <interfaces enabled="true"><interface>127.0.0.1</interface></interfaces>
        </network>
        <multimap name="__vertx.subs">
          <backup-count>1</backup-count>
          <value-collection-type>SET</value-collection-type>
        </multimap>
        <map name="__vertx.haInfo"><backup-count>1</backup-count></map>
        <map name="__vertx.nodeInfo"><backup-count>1</backup-count></map>
      </hazelcast>
      """;

  /** Describes a cluster of its own. */
  static Cluster in(Path folder, Jdk jdk) {
    int port = freePort();
    String xml = XML.formatted(folder.getFileName(), port, port, port + 19);
    try {
      return new Cluster(jdk, Files.writeString(folder.resolve("cluster.xml"), xml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Describes a member: a script with Hazelcast on its class path. */
  DriverProgram member(Path script, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.add("-Dvertx.hazelcast.config=" + configuration);
    command.addAll(List.of("-cp", DriverProgram.join(Product.jarsWithTestLibraries())));
    command.add(script.toString());
    command.addAll(List.of(arguments));
    return new DriverProgram(command, Product.MODULE);
  }
}
