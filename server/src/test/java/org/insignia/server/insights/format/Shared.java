package org.insignia.server.insights.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.insights.posting.Posting;
import org.insignia.server.insights.reading.DraftCheck;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.insights.syntax.Unreadable;
import org.junit.jupiter.api.Assumptions;

/** The recorded feeds and what is read of them. */
public final class Shared {
  /** When the recorded feeds were current. */
  public static final Instant THEN = Instant.parse("2026-08-20T12:00:00Z");

  private Shared() {}

  /** A file of the shared data; the test is skipped where there is none. */
  public static Path file(String name) {
    var file = Path.of(System.getProperty("insignia.shared", "../../shared"), "data", name);
    Assumptions.assumeTrue(Files.exists(file), "needs the shared data: " + name);
    return file;
  }

  /** What was read of a document. */
  public record Read(List<Posting> postings, List<Refusal> refusals, String next) {}

  static Read read(FeedKind kind, String name) throws IOException, Unreadable {
    return read(kind, name, "", "", "");
  }

  static Read read(FeedKind kind, String name, String address, String employer, String country)
      throws IOException, Unreadable {
    try (var in = Files.newInputStream(file("jobs/" + name))) {
      return read(kind, in, address, employer, country);
    }
  }

  static Read text(FeedKind kind, String document) throws IOException, Unreadable {
    return read(
        kind,
        new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
        "https://acme.example/feed",
        "",
        "");
  }

  static Read read(FeedKind kind, InputStream in, String address, String employer, String country)
      throws IOException, Unreadable {
    List<Posting> postings = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    var reader = new FeedReader(kind, new DraftCheck(employer, country, THEN));
    var next =
        reader.read(
            in,
            new FeedReader.Source(address, "", ""),
            new FeedReader.Sink() {
              @Override
              public void posting(Posting posting) {
                postings.add(posting);
              }

              @Override
              public void refused(Refusal refusal) {
                refusals.add(refusal);
              }
            });
    return new Read(postings, refusals, next);
  }
}
