package org.insignia.server.insights.index.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insignia.server.insights.index.IndexUnavailable;
import tools.jackson.databind.JsonNode;

/** Asks, and takes no answer that is not whole. */
final class Reading {
  static final String BEING_FILLED = "the index of postings is being filled for the first time";

  private final Cluster cluster;
  private final String name;

  /**
   * @param name the name to ask under
   */
  Reading(Cluster cluster, String name) {
    this.cluster = cluster;
    this.name = name;
  }

  /** The answer to one question. */
  JsonNode one(Map<String, Object> question) {
    var answer =
        cluster.post(
            "/" + name + "/_search?allow_partial_search_results=false",
            Cluster.json(question),
            Cluster.READING);
    return whole(answer.status(), answer.body());
  }

  /** The answers to several, which the cluster works on side by side. */
  List<JsonNode> several(List<Map<String, Object>> questions) {
    var lines = new StringBuilder();
    for (var question : questions) {
      lines.append("{\"allow_partial_search_results\":false}\n");
      lines.append(Cluster.json(question)).append('\n');
    }
    var body = cluster.post("/" + name + "/_msearch", lines.toString(), Cluster.READING).good();
    List<JsonNode> answers = new ArrayList<>();
    for (var answer : body.path("responses")) {
      answers.add(whole(answer.path("status").intValue(), answer));
    }
    if (answers.size() != questions.size()) {
      throw cluster.lost("an answer is missing");
    }
    return answers;
  }

  private JsonNode whole(int status, JsonNode answer) {
    if (status == 404) {
      throw new IndexUnavailable(BEING_FILLED);
    }
    if (status >= 500 || status == 429) {
      throw cluster.lost("a question failed with " + status);
    }
    var checked = new Cluster.Answer(status, answer).good();
    if (checked.path("timed_out").booleanValue()
        || checked.path("_shards").path("failed").intValue() > 0) {
      throw cluster.lost("a part of the index did not answer");
    }
    return checked;
  }
}
