package org.insignia.server.insights.index.opensearch;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.insignia.server.insights.index.JobEntry;
import org.insignia.server.insights.index.JobFigures;
import org.insignia.server.insights.index.JobIndex;
import org.insignia.server.insights.index.JobQuery;
import org.insignia.server.insights.index.Mark;
import org.insignia.server.insights.index.Trend;
import org.insignia.server.insights.index.opensearch.Generations.Layout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds postings in an OpenSearch cluster; all nodes share the one index. How far it got is the
 * version of a document that holds nothing else.
 */
public final class OpenSearchIndex implements JobIndex, AutoCloseable {
  private static final String STATE = "state";

  private final Cluster cluster;
  private final Generations generations;
  private final Reading reading;
  private volatile @Nullable Layout seen;

  /**
   * @param server the address of this server: others may use the same cluster
   */
  public OpenSearchIndex(SearchSettings settings, URI server, InstantSource clock) {
    this.cluster = new Cluster(settings, clock);
    this.generations = new Generations(cluster, settings.prefix(), server);
    this.reading = new Reading(cluster, generations.serving());
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public long revision() {
    var layout = look();
    if (layout.writing() == null) {
      return 0;
    }
    var state =
        cluster.get("/" + generations.writing(layout) + "/_doc/" + STATE + "?_source=false");
    return state.status() == 404 ? 0 : state.good().required("_version").longValue();
  }

  private Layout look() {
    var layout = generations.layout();
    seen = layout;
    return layout;
  }

  @Override
  public void write(Collection<JobEntry> entries, Collection<Long> gone, long revision) {
    var layout = look();
    if (layout.writing() == null) {
      generations.fill();
      layout = look();
    }
    var name = generations.writing(layout);
    for (var lines : Documents.requests(entries, gone, revision)) {
      accepted(
          cluster.post("/" + name + "/_bulk?require_alias=true", lines, Cluster.WRITING).good());
    }
    var seeable = cluster.post("/" + name + "/_refresh", "", Cluster.WRITING).good();
    if (seeable.path("_shards").path("failed").intValue() > 0) {
      throw cluster.lost("a part of the index did not take changes in");
    }
    var noted =
        cluster.put(
            "/"
                + name
                + "/_doc/"
                + STATE
                + "?require_alias=true&version_type=external&version="
                + revision,
            java.util.Map.of());
    if (noted.status() != 409) { // another node got as far already
      noted.good();
    }
  }

  private void accepted(JsonNode answer) {
    if (!answer.path("errors").booleanValue()) {
      return;
    }
    for (var item : answer.path("items")) {
      for (var done : item) {
        int status = done.path("status").intValue();
        boolean newerThere = status == 409;
        boolean notThere = status == 404 && !done.has("error");
        if (status / 100 != 2 && !newerThere && !notThere) {
          var why = "a change was not taken: " + new Cluster.Answer(status, done).why();
          throw status == 429 || status >= 500 || status == 404
              ? cluster.lost(why)
              : new IllegalStateException(why);
        }
      }
    }
  }

  @Override
  public void caughtUp() {
    var layout = seen;
    if (layout == null) {
      return;
    }
    if (layout.filling() != null) {
      generations.serve(layout);
      seen = null;
    } else if (layout.serving() == null) {
      generations.empty(); // there is no posting at all, and that can be told
      seen = null;
    }
  }

  @Override
  public void clear() {
    generations.empty();
  }

  @Override
  public void rebuild() {
    generations.fill();
  }

  @Override
  public JobFigures figures(JobQuery query, int top, int newest, LocalDate today) {
    var trend = Trend.until(today);
    var answers =
        reading.several(
            List.of(
                Questions.open(query, top),
                Questions.weeks(query, trend),
                Questions.newest(query, 0, newest)));
    var open = answers.getFirst();
    var paid = Answers.pay(open);
    if (!paid.isWhole()) {
      addAllSums(query, paid);
    }
    return new JobFigures(
        Answers.count(open),
        Answers.bars(open),
        paid.figures(),
        Answers.weeks(answers.get(1), trend),
        Answers.newest(answers.getLast()));
  }

  private void addAllSums(JobQuery query, Answers.Paid paid) {
    paid.beginAgain();
    Object after = null;
    while (true) {
      var page = reading.one(Questions.sums(query, after));
      Answers.add(page, paid);
      var last = Answers.after(page);
      if (last.isMissingNode()) {
        return;
      }
      after = last;
    }
  }

  @Override
  public List<Long> newest(JobQuery query, int from, int size) {
    return Answers.newest(reading.one(Questions.newest(query, from, size)));
  }

  @Override
  public List<Long> newest(JobQuery query, Mark after, int size) {
    return Answers.newest(reading.one(Questions.newest(query, after, size)));
  }

  @Override
  public long count(JobQuery query) {
    return Answers.count(reading.one(Questions.count(query)));
  }

  @Override
  public List<Long> counts(List<Set<String>> skills) {
    return Answers.sets(reading.one(Questions.sets(skills)));
  }

  @Override
  public String trouble() {
    if (!cluster.trouble().isEmpty()) {
      return "the search cluster does not answer"; // the log says why, which may name hosts
    }
    var layout = seen;
    return layout != null && layout.serving() == null ? Reading.BEING_FILLED : "";
  }

  @Override
  public void close() {
    cluster.close();
  }
}
