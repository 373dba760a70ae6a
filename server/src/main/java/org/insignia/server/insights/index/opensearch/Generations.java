package org.insignia.server.insights.index.opensearch;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The indexes behind two names: one that is asked, and one that is being filled to take its place.
 * Every change of names is one request that the cluster does whole or not at all.
 */
final class Generations {
  private final Cluster cluster;
  private final URI server;
  private final String serving;
  private final String filling;

  Generations(Cluster cluster, String prefix, URI server) {
    this.cluster = cluster;
    this.server = server;
    this.serving = IndexForm.name(prefix, server);
    this.filling = serving + "-filling";
  }

  /**
   * What there is.
   *
   * @param serving the index that is asked; null where none was filled yet
   * @param filling the one that will take its place; null where none will
   * @param lost what a crash left without a name
   */
  record Layout(@Nullable String serving, @Nullable String filling, List<String> lost) {
    /** Which index takes changes in; null for none. */
    @Nullable String writing() {
      return filling == null ? serving : filling;
    }
  }

  /** The name to ask under. */
  String serving() {
    return serving;
  }

  /** The name to write under; a name, so that nothing is made by writing to what is gone. */
  String writing(Layout layout) {
    return layout.filling() == null ? serving : filling;
  }

  Layout layout() {
    String asked = null;
    String filled = null;
    var lost = new TreeSet<String>();
    var all = cluster.get("/" + serving + "-*/_alias").good();
    for (var entry : all.properties()) {
      var names = entry.getValue().path("aliases");
      if (names.has(serving)) {
        asked = entry.getKey();
      } else if (names.has(filling)) {
        filled = entry.getKey();
      } else {
        lost.add(entry.getKey());
      }
    }
    return new Layout(asked, filled, List.copyOf(lost));
  }

  /** Makes an empty index that is filled while the present one is asked. */
  void fill() {
    var before = layout();
    var made = create();
    List<Map<String, Object>> actions = new ArrayList<>(removal(before.lost()));
    if (before.filling() != null) {
      actions.addAll(removal(List.of(before.filling())));
    }
    actions.add(naming(made, filling));
    apply(actions);
  }

  /** Has the index that was filled asked from now on, and drops the one before. */
  void serve(Layout layout) {
    var filled = layout.filling();
    if (filled == null) {
      return;
    }
    List<Map<String, Object>> actions = new ArrayList<>(removal(layout.lost()));
    if (layout.serving() != null) {
      actions.addAll(removal(List.of(layout.serving())));
    }
    actions.add(Map.of("remove", Map.of("index", filled, "alias", filling)));
    actions.add(naming(filled, serving));
    apply(actions);
  }

  /** Has an empty index asked and drops all others. */
  void empty() {
    var before = layout();
    var made = create();
    List<Map<String, Object>> actions = new ArrayList<>(removal(before.lost()));
    for (var index : new String[] {before.filling(), before.serving()}) {
      if (index != null) {
        actions.addAll(removal(List.of(index)));
      }
    }
    actions.add(naming(made, serving));
    apply(actions);
  }

  private String create() {
    var index = serving + "-" + Ids.next();
    cluster.put("/" + index + "?wait_for_active_shards=1", IndexForm.body(server)).good();
    return index;
  }

  private static List<Map<String, Object>> removal(List<String> indexes) {
    return indexes.stream()
        .map(index -> Map.<String, Object>of("remove_index", Map.of("index", index)))
        .toList();
  }

  private static Map<String, Object> naming(String index, String name) {
    return Map.of("add", Map.of("index", index, "alias", name));
  }

  private void apply(List<Map<String, Object>> actions) {
    var body = new LinkedHashMap<String, Object>();
    body.put("actions", actions);
    cluster.post("/_aliases", Cluster.json(body), Cluster.WRITING).good();
  }
}
