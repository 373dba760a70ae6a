package org.insignia.searchnode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * A cluster of one OpenSearch node that only this machine reaches. It says its address on a line of
 * its own when it is ready, and ends as soon as its standard input does: with who started it.
 */
public final class SearchNode extends Node {
  private static final String NAME = "searchnode";

  /** What a distribution has as a module, and reads from a folder, is on the class path here. */
  private static final PluginInfo HTTP =
      new PluginInfo(
          "transport-netty4",
          "HTTP by Netty",
          "",
          Version.CURRENT,
          "25",
          Netty4ModulePlugin.class.getName(),
          "",
          List.of(),
          false);

  private SearchNode(Environment environment) {
    super(environment, List.of(HTTP), false);
  }

  /**
   * Serves until the end of the input.
   *
   * @param args the folder for everything it keeps; the port, 0 for any
   */
  public static void main(String[] args) throws IOException, NodeValidationException {
    try (var node = new SearchNode(environment(Path.of(args[0]), args[1]))) {
      node.start();
      var address = node.injector().getInstance(HttpServerTransport.class).boundAddress();
      System.out.println("http://" + address.publishAddress());
      while (System.in.read() >= 0) {
        // nothing is said to it
      }
    }
  }

  private static Environment environment(Path home, String port) {
    var settings =
        Settings.builder()
            .put("path.home", home)
            .put("cluster.name", NAME)
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.type", "netty4")
            .put("http.port", port)
            .put("transport.type", "netty4")
            .put("transport.port", "0")
            // A full disk of the machine is no business of a test.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
    return InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> NAME);
  }
}
