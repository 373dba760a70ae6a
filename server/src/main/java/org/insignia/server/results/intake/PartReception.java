package org.insignia.server.results.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.BlockStream;
import org.insignia.server.results.feed.Encoding;
import org.insignia.server.results.feed.EncodingCensus;
import org.insignia.server.results.feed.Sighting;
import org.insignia.server.results.feed.Utf8Stream;
import org.springframework.stereotype.Component;

/** Stores one file block by block, if its beginning looks like something that can be read. */
@Component
class PartReception {
  /** The most that is stored of one file handed in, unpacked. */
  static final long MAX_BYTES = 4L << 30;

  private final IntakeStore store;
  private final Clock clock;

  PartReception(IntakeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Number of bytes read. */
  long take(IntakeStore.Handed handed, int ordinal, String name, InputStream raw)
      throws IOException {
    var id = Ids.next();
    store.insertPart(id, handed.id(), ordinal, name, clock.instant());
    var in = Utf8Stream.of(raw);
    var census = new EncodingCensus();
    var block = in.readNBytes(BlockStream.BLOCK);
    census.add(block, block.length);
    var head = Arrays.copyOf(block, Math.min(block.length, Sighting.HEAD));
    boolean known = handed.sender() != null;
    var sighting = Sighting.of(name, head, census.encoding(), known);
    if (!(sighting instanceof Sighting.Table)) {
      return refuse(id, sighting, block.length, in);
    }
    long size = store(id, block, in, census);
    if (size > MAX_BYTES) {
      store.close(id, true, Finding.of("file.too-large", MAX_BYTES), size);
      return size;
    }
    var notices = new ArrayList<Finding>();
    if (in.wasUtf16()) {
      notices.add(Finding.of("file.utf-16"));
    }
    open(id, size, Sighting.of(name, head, census.encoding(), known), census.encoding(), notices);
    return size;
  }

  private long refuse(UUID id, Sighting sighting, long seen, InputStream in) throws IOException {
    long size = seen + in.transferTo(java.io.OutputStream.nullOutputStream());
    switch (sighting) {
      case Sighting.Skipped s -> store.close(id, false, s.why(), size);
      case Sighting.Unusable u -> store.close(id, true, u.why(), size);
      case Sighting.Table t -> throw new IllegalStateException("a table is not refused");
    }
    return size;
  }

  private long store(UUID id, byte[] first, InputStream in, EncodingCensus census)
      throws IOException {
    long size = 0;
    int ordinal = 0;
    for (var block = first; block.length > 0; block = in.readNBytes(BlockStream.BLOCK)) {
      if (ordinal > 0) {
        census.add(block, block.length);
      }
      size += block.length;
      if (size > MAX_BYTES) {
        return size;
      }
      store.insertBlock(id, ordinal++, block);
    }
    return size;
  }

  /** The last word on what the file is, now that all bytes have told its encoding. */
  private void open(
      UUID id, long size, Sighting sighting, Encoding encoding, List<Finding> notices) {
    switch (sighting) {
      case Sighting.Table t -> {
        if (!t.layout().extras().isEmpty()) {
          notices.add(Finding.of("file.extra-columns", String.join(", ", t.layout().extras())));
        }
        if (encoding == Encoding.WINDOWS_1252) {
          notices.add(Finding.of("file.windows-1252"));
        }
        store.open(id, t, encoding, size, notices);
      }
      case Sighting.Skipped s -> store.close(id, false, s.why(), size);
      case Sighting.Unusable u -> store.close(id, true, u.why(), size);
    }
  }
}
