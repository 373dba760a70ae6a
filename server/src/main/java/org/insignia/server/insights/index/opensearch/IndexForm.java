package org.insignia.server.insights.index.opensearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.insignia.server.insights.index.Facet;

/**
 * What the index looks like to the cluster. Another form, or another server, has other names: nodes
 * of two versions side by side each find theirs.
 */
final class IndexForm {
  /** Changes with what a document holds where the mapping does not tell. */
  private static final int VERSION = 1;

  static final String TERM = "f";
  static final String WORD = "k";
  static final String NUMBER = "n";
  static final String MINUTE = "at";
  static final String CURRENCY = "currency";
  static final String SUM = "sum";

  private IndexForm() {}

  /** The name under which this server's nodes find their index. */
  static String name(String prefix, URI server) {
    return prefix
        + "-jobs-"
        + fingerprint(VERSION + " " + server + " " + Cluster.json(body(server)));
  }

  /** What creates it. */
  static Map<String, Object> body(URI server) {
    return new TreeMap<>(Map.of("settings", settings(), "mappings", mappings(server)));
  }

  private static Map<String, Object> settings() {
    var settings = new TreeMap<String, Object>();
    // In one part, so that what is most frequent is found exactly. A million postings take 100 MB.
    settings.put("number_of_shards", 1);
    settings.put("auto_expand_replicas", "0-1");
    settings.put("search.concurrent_segment_search.mode", "none");
    // Changes are seen when all of them are there.
    settings.put("refresh_interval", -1);
    // So long a writer may be late without bringing back what is gone.
    settings.put("gc_deletes", "1h");
    return Map.of("index", settings);
  }

  private static Map<String, Object> mappings(URI server) {
    var properties = new TreeMap<String, Object>();
    var searched = new TreeMap<String, Object>(Map.of("type", "keyword", "doc_values", false));
    var counted =
        new TreeMap<String, Object>(
            Map.of("type", "keyword", "index", false, "eager_global_ordinals", true));
    var number = new TreeMap<String, Object>(Map.of("type", "long", "index", false));
    properties.put(TERM, searched);
    properties.put(WORD, searched);
    for (var facet : Facet.values()) {
      properties.put(facet.name(), counted);
    }
    properties.put(CURRENCY, Map.of("type", "keyword"));
    properties.put(SUM, Map.of("type", "long"));
    properties.put(NUMBER, number);
    properties.put(MINUTE, Map.of("type", "long"));
    var mappings = new TreeMap<String, Object>();
    mappings.put("dynamic", "strict");
    mappings.put("_source", Map.of("enabled", false)); // what is true is in the database
    mappings.put("_meta", new TreeMap<>(Map.of("server", server.toString(), "version", VERSION)));
    mappings.put("properties", properties);
    return mappings;
  }

  private static String fingerprint(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
