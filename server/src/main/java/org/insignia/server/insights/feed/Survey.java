package org.insignia.server.insights.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.insights.format.FeedReader;
import org.insignia.server.insights.posting.Posting;
import org.insignia.server.insights.posting.PostingId;
import org.insignia.server.insights.reading.Fault;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.insights.syntax.Unreadable;

/** First reading of a run: everything is read to its end and counted before anything is used. */
final class Survey implements FeedReader.Sink {
  /** So many refusals are kept of a run. */
  private static final int KEPT = 200;

  private final UUID feed;
  private final FeedReader reader;
  private final List<Spool.Document> documents = new ArrayList<>();
  private final Set<UUID> ids = new HashSet<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private int items;
  private int refused;
  private long bytes;

  Survey(UUID feed, FeedReader reader) {
    this.feed = feed;
    this.reader = reader;
  }

  /** Reads a document; answers the address of the next page, empty where there is none. */
  String read(Spool.Document document) throws IOException, Unreadable {
    try (var in = Files.newInputStream(document.file())) {
      var next = reader.read(in, document.source(), this);
      documents.add(document);
      bytes += Files.size(document.file());
      return next;
    }
  }

  @Override
  public void posting(Posting posting) {
    items++;
    ids.add(PostingId.of(feed, posting.sourceId()).value());
  }

  @Override
  public void refused(Refusal refusal) {
    items++;
    refused++;
    if (refusals.size() < KEPT) {
      refusals.add(refusal);
    }
  }

  /** Notes a page that could not be had. */
  void missing(String page, String why) {
    refused(new Refusal(items + 1, page, Fault.PAGE_UNREADABLE, why));
  }

  List<Spool.Document> documents() {
    return documents;
  }

  /** Of the good ones, each once. */
  Set<UUID> ids() {
    return ids;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  int items() {
    return items;
  }

  int refusedCount() {
    return refused;
  }

  long bytes() {
    return bytes;
  }
}
