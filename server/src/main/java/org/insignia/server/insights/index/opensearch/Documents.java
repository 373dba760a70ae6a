package org.insignia.server.insights.index.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.insights.index.Facet;
import org.insignia.server.insights.index.JobEntry;
import org.jspecify.annotations.Nullable;

/**
 * Changes as the lines of requests. Each carries the revision it was written with: what is older
 * than what is there is refused, so that a writer who comes late does no harm.
 */
final class Documents {
  private static final int REQUEST_CHARACTERS = 4_000_000;
  private static final int LONGEST_WORD = 64;

  private final long revision;
  private final List<String> requests = new ArrayList<>();
  private final StringBuilder lines = new StringBuilder();

  private Documents(long revision) {
    this.revision = revision;
  }

  /** The bodies of the requests, none very long. */
  static List<String> requests(Collection<JobEntry> entries, Collection<Long> gone, long revision) {
    var documents = new Documents(revision);
    for (long number : gone) {
      documents.add(Map.of("delete", named(number, revision)), null);
    }
    for (var entry : entries) {
      documents.add(Map.of("index", named(entry.number(), revision)), document(entry));
    }
    documents.end();
    return documents.requests;
  }

  private void add(Map<String, Object> action, @Nullable Object body) {
    lines.append(Cluster.json(action)).append('\n');
    if (body != null) {
      lines.append(Cluster.json(body)).append('\n');
    }
    if (lines.length() > REQUEST_CHARACTERS) {
      end();
    }
  }

  private void end() {
    if (!lines.isEmpty()) {
      requests.add(lines.toString());
      lines.setLength(0);
    }
  }

  private static Map<String, Object> named(long number, long revision) {
    return Map.of(
        "_id", Long.toString(number), "version", revision, "version_type", "external_gte");
  }

  private static Map<String, Object> document(JobEntry entry) {
    var document = new LinkedHashMap<String, Object>();
    document.put(IndexForm.NUMBER, entry.number());
    document.put(IndexForm.MINUTE, Math.floorDiv(entry.postedAt().getEpochSecond(), 60L));
    document.put(IndexForm.TERM, entry.terms());
    document.put(IndexForm.WORD, entry.words().stream().map(Documents::cut).distinct().toList());
    if (!entry.employer().isEmpty()) {
      document.put(Facet.EMPLOYER.name(), entry.employer());
    }
    if (!entry.title().isEmpty()) {
      document.put(Facet.TITLE.name(), entry.title());
    }
    document.put(Facet.PLACE.name(), entry.locations());
    document.put(Facet.SKILL.name(), entry.skills());
    var pay = entry.pay();
    if (pay != null) {
      document.put(IndexForm.CURRENCY, pay.currency());
      document.put(IndexForm.SUM, pay.sum());
    }
    return document;
  }

  /** A term has a longest length; no word that somebody types comes near it. */
  static String cut(String word) {
    return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
  }
}
