package org.insignia.server.insights.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.insignia.server.insights.posting.Posting;
import org.insignia.server.insights.reading.DraftCheck;
import org.insignia.server.insights.reading.DraftCheck.Checked;
import org.insignia.server.insights.reading.Fault;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.insights.syntax.Unreadable;
import org.insignia.server.insights.syntax.Value;

/** Reads documents of one feed, item by item, in constant memory. */
public final class FeedReader {
  /** No feed has more items in one run. */
  public static final int MOST_ITEMS = 5_000_000;

  private static final long MOST_BYTES = 8L << 30;

  private final FeedKind kind;
  private final DraftCheck check;
  private int items;

  /**
   * @param check knows what holds for all postings of the feed
   */
  public FeedReader(FeedKind kind, DraftCheck check) {
    this.kind = kind;
    this.check = check;
  }

  /** Receives what was read. */
  public interface Sink {
    /** A posting, checked. */
    void posting(Posting posting);

    /** An item that is not taken. */
    void refused(Refusal refusal);
  }

  /**
   * A document.
   *
   * @param address where it came from; empty for a file that was handed in
   * @param charset as the server named it; may be empty
   * @param mediaType as the server named it; may be empty
   */
  public record Source(String address, String charset, String mediaType) {
    /** A file that was handed in. */
    public static final Source FILE = new Source("", "", "");
  }

  /**
   * Reads a document to its end, unpacking it where it is compressed (gzip).
   *
   * @return the address of the next page as the document names it; empty where it names none
   * @throws Unreadable where it cannot be read to the end; what the sink got until then is not to
   *     be used
   */
  public String read(InputStream document, Source source, Sink sink)
      throws IOException, Unreadable {
    try (var in = new BufferedInputStream(unpacked(document), 64 * 1024)) {
      var adapter = adapter(in, source);
      return adapter.read(
          in,
          source.charset(),
          (item, holder) -> {
            if (++items > MOST_ITEMS) {
              throw new Unreadable("more than " + MOST_ITEMS + " items");
            }
            if (item instanceof Value.Unfit(var why)) {
              sink.refused(new Refusal(items, "", Fault.UNREADABLE, why));
              return;
            }
            switch (check.check(adapter.draft(item, holder))) {
              case Checked.Good(var posting) -> sink.posting(posting);
              case Checked.Bad(var name, var fault, var value) ->
                  sink.refused(new Refusal(items, name, fault, value));
            }
          });
    } catch (ZipException | java.io.EOFException e) {
      throw new Unreadable("it is compressed and breaks off or is damaged");
    }
  }

  private static InputStream unpacked(InputStream document) throws IOException {
    var in = new BufferedInputStream(document, 64 * 1024);
    in.mark(2);
    var head = in.readNBytes(2);
    in.reset();
    boolean gzip = head.length == 2 && head[0] == (byte) 0x1f && head[1] == (byte) 0x8b;
    return new Bounded(gzip ? new GZIPInputStream(in, 64 * 1024) : in, MOST_BYTES);
  }

  private Adapter adapter(BufferedInputStream in, Source source) throws IOException {
    return switch (kind) {
      case GREENHOUSE -> new Greenhouse();
      case LEVER -> new Lever();
      case ASHBY -> new Ashby();
      case PERSONIO -> new Personio(source.address());
      case RECRUITEE -> new Recruitee();
      case REMOTIVE -> new Remotive();
      case ARBEITNOW -> new Arbeitnow();
      case USAJOBS -> new UsaJobs();
      case SCHEMA_ORG -> new SchemaOrg(source.address(), startsLikeMarkup(in));
      case RSS -> new Rss();
      case CSV -> new Plain(true);
      case JSON_LINES -> new Plain(false);
    };
  }

  private static boolean startsLikeMarkup(BufferedInputStream in) throws IOException {
    in.mark(1024);
    var head = new String(in.readNBytes(1024), java.nio.charset.StandardCharsets.ISO_8859_1);
    in.reset();
    return head.replaceFirst("^(\\u00EF\\u00BB\\u00BF)?\\s*", "").startsWith("<");
  }
}
