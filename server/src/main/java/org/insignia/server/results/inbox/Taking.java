package org.insignia.server.results.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.inbox.InboxStore.Found;
import org.insignia.server.results.intake.Reception;
import org.insignia.server.results.intake.ReportStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one complete file. First it is stored, with a row that says so, in one transaction under a
 * lock of its name; only then is it moved. A crash in between leaves the row, by which whoever
 * comes next moves the file and takes nothing.
 */
@Component
class Taking {
  private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

  private final InboxStore store;
  private final Reception reception;
  private final ReportStore reports;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Taking(
      InboxStore store,
      Reception reception,
      ReportStore reports,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.reception = reception;
    this.reports = reports;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Somebody wrote to the file while it was read. */
  private static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Whether it was stored just now, so that there are rows to read. */
  boolean take(Found found) {
    try {
      Optional<Decided> taken = transaction.execute(status -> decide(found));
      if (taken.isEmpty()) {
        return false;
      }
      var decided = taken.get();
      var kept = Places.move(found.file().path(), decided.file().outcome().folder());
      store.moved(decided.file().id(), decided.file().outcome().folder() + "/" + kept);
      return decided.fresh();
    } catch (Changed changed) {
      return false;
    } catch (IOException e) {
      LOG.warn(
          "{} of {} cannot be read or moved; it is tried again: {}",
          found.file().name(),
          found.provider(),
          e.toString());
      return false;
    } catch (java.io.UncheckedIOException e) {
      LOG.warn("{} of {} cannot be read: {}", found.file().name(), found.provider(), e.toString());
      return false;
    }
  }

  private record Decided(InboxStore.Unmoved file, boolean fresh) {}

  /** Empty where another node is at it. */
  private Optional<Decided> decide(Found found) {
    if (!store.lock(found)) {
      return Optional.empty();
    }
    var before = store.unmoved(found);
    if (before.isPresent()) {
      return Optional.of(new Decided(before.get(), false));
    }
    try {
      var sha256 = hash(found);
      var same = store.same(found, sha256);
      if (same.isPresent()) {
        return Optional.of(decided(found, InboxFile.Outcome.REPEATED, same.get(), false));
      }
      IntakeId intake;
      try (var in = open(found)) {
        intake =
            reception.take(
                found.organisation(),
                found.provider(),
                "inbox:" + found.provider().value(),
                found.file().name(),
                in);
      }
      refuseChanged(found);
      var state = reports.find(intake).orElseThrow().state();
      boolean readable = state == IntakeReport.State.WAITING || state == IntakeReport.State.DONE;
      var outcome = readable ? InboxFile.Outcome.TAKEN : InboxFile.Outcome.REFUSED;
      return Optional.of(decided(found, outcome, intake, readable));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Decided decided(Found found, InboxFile.Outcome outcome, IntakeId intake, boolean fresh) {
    UUID id = store.insert(found, outcome, intake, clock.instant());
    return new Decided(new InboxStore.Unmoved(id, outcome), fresh);
  }

  /** Whoever laid a link there meanwhile is not followed. */
  private static InputStream open(Found found) throws IOException {
    return Files.newInputStream(
        found.file().path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  private static String hash(Found found) throws IOException {
    try (var in = new DigestInputStream(open(found), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      refuseChanged(found);
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refuseChanged(Found found) {
    if (Lying.at(found.file().path()).filter(found.file()::isAs).isEmpty()) {
      throw new Changed();
    }
  }
}
