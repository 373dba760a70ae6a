package org.insignia.server.issuing.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.results.Finding;
import org.insignia.server.results.feed.BlockStream;
import org.insignia.server.results.feed.Encoding;
import org.insignia.server.results.feed.EncodingCensus;
import org.insignia.server.results.feed.Utf8Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores a list as it comes, in one transaction, before any row of it is read. */
@Component
class RunReception {
  /** The most that is stored of one list. */
  static final long MAX_BYTES = 512L << 20;

  /** How many first bytes are looked at: a header is within them. */
  static final int HEAD = 64 * 1024;

  private final BulkStore store;
  private final Allowances limits;
  private final Audit audit;
  private final Clock clock;

  RunReception(BulkStore store, Allowances limits, Audit audit, Clock clock) {
    this.limits = limits;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who brings a list, and what tells this bringing from others, if anything does. */
  record Bringer(OrganisationId organisation, String by, @Nullable UUID request) {}

  @Transactional(rollbackFor = IOException.class)
  public UUID take(Bringer bringer, String name, InputStream raw) throws IOException {
    UUID id = Ids.next();
    if (!store.insert(
        id,
        bringer.organisation(),
        plainName(name),
        bringer.by(),
        bringer.request(),
        clock.instant())) {
      return brought(bringer, raw);
    }
    var census = new EncodingCensus();
    var head = new AtomicReference<>(new byte[0]);
    var read =
        read(
            raw,
            (ordinal, block) -> {
              if (ordinal == 0) {
                head.set(Arrays.copyOf(block, Math.min(block.length, HEAD)));
              }
              census.add(block, block.length);
              store.insertBlock(id, ordinal, block);
            });
    long size = read.size();
    String sha256 = read.sha256();
    if (!limits.fits(bringer.organisation(), Limit.STORAGE, size)) {
      long most = limits.of(bringer.organisation(), Limit.STORAGE);
      store.refuse(id, size, sha256, Finding.of("issue.no-room", most, size >> 20));
      return id;
    }
    lay(id, size, sha256, Objects.requireNonNull(head.get()), census.encoding() != Encoding.UTF_8);
    audit.record(
        bringer.by(), bringer.organisation().value(), "issuing.list", "run:" + id, size + " bytes");
    return id;
  }

  /**
   * The list that this request brought before.
   *
   * @throws Problem.Conflict if that was another one
   */
  private UUID brought(Bringer bringer, InputStream raw) throws IOException {
    var known =
        store
            .requested(bringer.organisation(), Objects.requireNonNull(bringer.request()))
            .orElseThrow();
    var sha256 = read(raw, (ordinal, block) -> {}).sha256();
    if (!store.find(known).map(Run::sha256).orElseThrow().equals(sha256)) {
      throw new Problem.Conflict(
          "another list came with this key before, " + known + "; a new list needs a new key");
    }
    return known;
  }

  /** What is done with each block that is kept. */
  private interface Taking {
    void block(int ordinal, byte[] bytes);
  }

  /** How much came, and what, as far as it is kept. */
  private record Came(long size, String sha256) {}

  private static Came read(InputStream raw, Taking taking) throws IOException {
    var in = Utf8Stream.of(raw);
    var digest = sha256();
    long size = 0;
    int ordinal = 0;
    for (byte[] block = in.readNBytes(BlockStream.BLOCK);
        block.length > 0;
        block = in.readNBytes(BlockStream.BLOCK)) {
      size += block.length;
      if (size <= MAX_BYTES) {
        digest.update(block);
        taking.block(ordinal++, block);
      }
    }
    return new Came(size, HexFormat.of().formatHex(digest.digest()));
  }

  private void lay(UUID id, long size, String sha256, byte[] head, boolean foreign) {
    if (size > MAX_BYTES) {
      store.refuse(id, size, sha256, Finding.of("issue.too-large", MAX_BYTES >> 20));
      return;
    }
    switch (ListSighting.of(head, Encoding.UTF_8)) {
      case ListSighting.Unusable u -> store.refuse(id, size, sha256, u.why());
      case ListSighting.Table t -> {
        List<Finding> notices = new ArrayList<>();
        if (foreign) {
          notices.add(Finding.of("issue.not-utf-8"));
        }
        store.open(id, size, sha256, shape(t, Encoding.UTF_8), notices);
      }
    }
  }

  static Run.Shape shape(ListSighting.Table table, Encoding encoding) {
    return new Run.Shape(
        encoding,
        table.separator(),
        table.header(),
        ColumnPlan.guess(table.header()),
        table.position(),
        table.line());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last step of a path, in characters that a table and a page can hold. */
  private static String plainName(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    var plain = Finding.of("", last).args().getFirst();
    return plain.isEmpty() ? "list" : plain.substring(0, Math.min(plain.length(), 200));
  }
}
