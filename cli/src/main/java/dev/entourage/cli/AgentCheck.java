package dev.entourage.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** Where class files come from that no loader gives away: our agent, from the start or later. */
final class AgentCheck {

  private static final String FLAG = "EnableDynamicAgentLoading";

  /** Newer ones warn when an agent comes while they run. */
  private static final int SILENT = 20;

  private AgentCheck() {}

  static void examine(Report report, List<String> classPath) {
    Optional<Path> jar = classPath.stream().map(Path::of).filter(AgentCheck::isAgent).findFirst();
    if (jar.isEmpty()) {
      report.row("Agent", "missing", "only a ClassBytesSource knows classes made in memory");
      return;
    }
    report.row("Agent", "from the start", "entourage run, or java -javaagent:" + jar.get());
    report.row("Agent", "while it runs", late());
  }

  private static boolean isAgent(Path jar) {
    return jar.getFileName().toString().matches("entourage-agent-.*\\.jar");
  }

  private static String late() {
    try {
      return isLetIn()
          ? "this Java lets it in" + (Runtime.version().feature() > SILENT ? ", and warns" : "")
          : "this Java was told not to let it in: -XX:-" + FLAG;
    } catch (JMException e) {
      return "this Java can't let it in: " + e;
    }
  }

  private static boolean isLetIn() throws JMException {
    CompositeData option =
        (CompositeData)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                    "getVMOption",
                    new Object[] {FLAG},
                    new String[] {String.class.getName()});
    return Boolean.parseBoolean((String) option.get("value"));
  }
}
