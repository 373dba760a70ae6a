package org.insignia.server.insights.feed;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.insignia.outbound.Downloaded;
import org.insignia.outbound.GuardedHttp;
import org.insignia.outbound.Limits;
import org.insignia.outbound.Question;
import org.insignia.outbound.Reach;
import org.insignia.server.insights.feed.Reason.Code;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.format.FeedReader;
import org.insignia.server.insights.format.Sitemap;
import org.insignia.server.insights.syntax.Unreadable;
import org.jspecify.annotations.Nullable;

/** Brings the documents of a feed here, page by page, and has each read as it comes. */
final class FeedDownloads implements AutoCloseable {
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(5), Duration.ofMinutes(3), 512 << 20, 3);

  private static final int MOST_PAGES = 200;
  private static final int MOST_SITE_PAGES = 2_000;
  private static final int MOST_SITEMAPS = 50;
  private static final Pattern SITEMAP =
      Pattern.compile("<(?:\\w+:)?(?:urlset|sitemapindex)[\\s>]");
  private static final String ACCEPT =
      "application/json, application/xml;q=0.9, text/xml;q=0.9, application/rss+xml;q=0.9,"
          + " application/atom+xml;q=0.9, text/csv;q=0.8, text/html;q=0.7, */*;q=0.5";

  private final GuardedHttp http;
  private final Duration pause;

  /** Public addresses; loopback only where the server itself has its address there. */
  static FeedDownloads of(URI baseUrl) {
    var reach = Reach.ofServer(baseUrl).loopback() ? Reach.PUBLIC_AND_LOOPBACK : Reach.PUBLIC;
    return new FeedDownloads(new GuardedHttp(reach, LIMITS), Duration.ofMillis(200));
  }

  /**
   * @param pause between two pages of one site
   */
  FeedDownloads(GuardedHttp http, Duration pause) {
    this.http = http;
    this.pause = pause;
  }

  /** What was brought. */
  sealed interface Brought {
    /**
     * Documents, all read to their ends.
     *
     * @param partly why there would have been more; none where there would not
     */
    record Documents(Reason partly, @Nullable String etag, @Nullable String lastModified)
        implements Brought {}

    /** Nothing is new. */
    record Nothing() implements Brought {}

    /**
     * It could not be had or read.
     *
     * @param retryAfter seconds the server asks us to wait; 0 where it names none
     */
    record Missed(Reason reason, long retryAfter) implements Brought {}
  }

  /**
   * Brings a feed.
   *
   * @param headers to send to it alone, such as a key
   * @param ours says that the run goes on, and whether it is still ours
   */
  Brought bring(
      RunStore.Turn turn,
      FeedSettings feed,
      Map<String, String> headers,
      Survey survey,
      Spool spool,
      BooleanSupplier ours) {
    var first = URI.create(feed.address());
    var question = new Question(first, ACCEPT, turn.etag(), turn.lastModified(), headers);
    return switch (fetch(question, spool)) {
      case Got got -> {
        try {
          var partly =
              feed.kind() == FeedKind.SCHEMA_ORG && isSitemap(got.document())
                  ? site(got.document(), first, survey, spool, ours)
                  : pages(got.document(), feed, headers, survey, spool, ours);
          yield new Brought.Documents(partly, got.whole().etag(), got.whole().lastModified());
        } catch (Unreadable e) {
          yield new Brought.Missed(Reason.of(Code.UNREADABLE, String.valueOf(e.getMessage())), 0);
        } catch (PageMissed e) {
          yield new Brought.Missed(e.reason, e.retryAfter);
        }
      }
      case Other(var brought) -> brought;
    };
  }

  private sealed interface Fetched {}

  private record Got(Spool.Document document, Downloaded.Whole whole) implements Fetched {}

  private record Other(Brought brought) implements Fetched {}

  /** A later page did not come; the reading as a whole is of no use. */
  private static final class PageMissed extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final long retryAfter;

    PageMissed(Brought brought) {
      super("a page did not come", null, false, false);
      this.reason =
          brought instanceof Brought.Missed missed
              ? missed.reason()
              : Reason.of(Code.NO_ANSWER, "");
      this.retryAfter = brought instanceof Brought.Missed missed ? missed.retryAfter() : 0;
    }
  }

  private Fetched fetch(Question question, Spool spool) {
    var file = spool.next();
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024)) {
      var came = http.download(question, out);
      return switch (came) {
        case Downloaded.Whole whole ->
            new Got(
                new Spool.Document(
                    file,
                    new FeedReader.Source(
                        question.url().toString(), whole.charset(), whole.mediaType())),
                whole);
        case Downloaded.Unchanged unchanged -> new Other(new Brought.Nothing());
        case Downloaded.Declined(int status, long retryAfter) ->
            missed(Code.DECLINED, Integer.toString(status), retryAfter);
        case Downloaded.Refused(String why) -> missed(Code.NOT_ASKED, why, 0);
        case Downloaded.Failed(String why) ->
            missed(why.startsWith("larger") ? Code.TOO_LARGE : Code.NO_ANSWER, why, 0);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a document in " + file, e);
    }
  }

  private static Fetched missed(Code code, String arg, long retryAfter) {
    return new Other(new Brought.Missed(Reason.of(code, arg), retryAfter));
  }

  /** Follows the pages of a list; why there would have been more, or none. */
  private Reason pages(
      Spool.Document first,
      FeedSettings feed,
      Map<String, String> headers,
      Survey survey,
      Spool spool,
      BooleanSupplier ours)
      throws Unreadable, PageMissed {
    Set<String> asked = new HashSet<>(Set.of(feed.address()));
    var document = first;
    for (int page = 1; ; page++) {
      int before = survey.items();
      var next = read(survey, document);
      if (feed.kind() == FeedKind.USAJOBS) {
        next = UsaJobsPages.next(document.source().address(), survey.items() - before);
      }
      if (next.isBlank()) {
        return Reason.NONE;
      }
      var url = sameOrigin(URI.create(feed.address()), document.source().address(), next);
      if (url == null) {
        return Reason.of(Code.NEXT_ELSEWHERE, next);
      }
      if (!asked.add(url.toString())) {
        return Reason.of(Code.NEXT_AGAIN);
      }
      if (page == MOST_PAGES) {
        return Reason.of(Code.MORE_PAGES, MOST_PAGES);
      }
      goOn(ours);
      document =
          switch (fetch(new Question(url, ACCEPT, null, null, headers), spool)) {
            case Got got -> got.document();
            case Other(var brought) -> throw new PageMissed(brought);
          };
    }
  }

  /** Reads the pages a sitemap lists, as far as they lie on its own site. */
  private Reason site(
      Spool.Document first, URI home, Survey survey, Spool spool, BooleanSupplier ours)
      throws Unreadable, PageMissed {
    Deque<Spool.Document> maps = new ArrayDeque<>(List.of(first));
    Set<URI> pages = new java.util.LinkedHashSet<>();
    int read = 0;
    while (!maps.isEmpty()) {
      var map = sitemap(maps.removeFirst());
      for (var below : map.sitemaps()) {
        var url = sameOrigin(home, home.toString(), below);
        if (url != null && ++read < MOST_SITEMAPS) {
          switch (fetch(Question.of(url, ACCEPT), spool)) {
            case Got got -> maps.add(got.document());
            case Other(var brought) -> throw new PageMissed(brought);
          }
        }
      }
      for (var page : map.pages()) {
        var url = sameOrigin(home, home.toString(), page);
        if (url != null) {
          pages.add(url);
        }
      }
    }
    return read(pages, survey, spool, ours);
  }

  private Reason read(Set<URI> pages, Survey survey, Spool spool, BooleanSupplier ours) {
    int missing = 0;
    var some = new ArrayList<>(pages).subList(0, Math.min(pages.size(), MOST_SITE_PAGES));
    for (var page : some) {
      goOn(ours);
      switch (fetch(Question.of(page, ACCEPT), spool)) {
        case Got got -> {
          try {
            read(survey, got.document());
          } catch (Unreadable e) {
            missing++;
            survey.missing(page.toString(), String.valueOf(e.getMessage()));
          }
        }
        // One that is gone is no longer open; one that does not answer may be.
        case Other(Brought.Missed(Reason reason, long retryAfter))
            when reason.equals(Reason.of(Code.DECLINED, "404"))
                || reason.equals(Reason.of(Code.DECLINED, "410")) -> {}
        case Other(var brought) -> {
          missing++;
          survey.missing(page.toString(), brought.toString());
        }
      }
    }
    if (missing > 0) {
      return Reason.of(Code.PAGES_MISSING, missing, some.size());
    }
    return pages.size() > MOST_SITE_PAGES
        ? Reason.of(Code.MORE_PAGES, MOST_SITE_PAGES)
        : Reason.NONE;
  }

  private void goOn(BooleanSupplier ours) {
    if (!ours.getAsBoolean()) {
      throw new Publication.TakenOver();
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Publication.TakenOver();
    }
  }

  private static String read(Survey survey, Spool.Document document) throws Unreadable {
    try {
      return survey.read(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSitemap(Spool.Document document) {
    try (var in = Files.newInputStream(document.file())) {
      return SITEMAP.matcher(new String(in.readNBytes(4096), StandardCharsets.ISO_8859_1)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sitemap sitemap(Spool.Document document) throws Unreadable {
    try (var in = Files.newInputStream(document.file())) {
      return Sitemap.read(in, document.source().charset());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address, where it is on the site the operator named; else null. */
  private static @Nullable URI sameOrigin(URI home, String base, String link) {
    try {
      var url = URI.create(base).resolve(link.strip());
      boolean same =
          home.getScheme().equals(url.getScheme())
              && home.getAuthority().equalsIgnoreCase(url.getAuthority());
      return same ? url : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
