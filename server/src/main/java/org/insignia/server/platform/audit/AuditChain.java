package org.insignia.server.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.insignia.server.platform.jobs.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ties all lines of the audit into one chain: each bears a hash over its content and the hash
 * before, so that none can be altered, taken out or slipped in between without breaking what
 * follows. Lines are tied a moment after they are committed, by whichever node holds the head: who
 * writes a line holds no lock that another writer wants. Whoever keeps a copy of the head elsewhere
 * can also tell that the end was not cut off.
 */
@Component
public final class AuditChain {
  private static final int AT_ONCE = 500;
  private static final int CHECKED_AT_ONCE = 5_000;

  private final AuditStore store;
  private final TransactionTemplate transaction;

  AuditChain(AuditStore store, TransactionTemplate transaction) {
    this.store = store;
    this.transaction = transaction;
  }

  /** The chain of a database, for programs that build no more of the server than they need. */
  public static AuditChain of(JdbcClient db, TransactionTemplate transaction) {
    return new AuditChain(new AuditStore(db), transaction);
  }

  /** The last line of the chain: its number, 0 where there is none, and its hash. */
  public record Head(long number, String hash) {}

  /** What a check found. */
  public sealed interface Finding {}

  /** Every line follows from the one before; {@code waiting} lines are not tied yet. */
  public record Whole(Head head, long waiting) implements Finding {}

  /** The first place at which the chain does not hold. */
  public record Broken(long number, String why) implements Finding {}

  /** Where the chain ends at this moment. */
  public Head head() {
    return store.head();
  }

  /** Ties some lines; false if there was none, or another node is at it. */
  boolean once() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var head = store.lockedHead();
          if (head.isEmpty()) {
            return false;
          }
          var loose = store.loose(AT_ONCE);
          if (loose.isEmpty()) {
            return false;
          }
          store.tie(tied(head.get(), loose));
          return true;
        }));
  }

  private static List<AuditLine> tied(Head head, List<AuditLine> loose) {
    var tied = new ArrayList<AuditLine>(loose.size());
    var before = head;
    for (var line : loose) {
      var hash = hash(before.number() + 1, before.hash(), line);
      before = new Head(before.number() + 1, hash);
      tied.add(
          new AuditLine(
              line.id(),
              line.at(),
              line.actor(),
              line.organisation(),
              line.action(),
              line.subject(),
              line.detail(),
              before.number(),
              hash));
    }
    return tied;
  }

  /** Reads the whole chain, a piece at a time, and computes every hash anew. */
  public Finding check() {
    var last = store.head();
    var before = new Head(0, "0".repeat(64));
    while (before.number() < last.number()) {
      var piece = store.chained(before.number(), CHECKED_AT_ONCE);
      if (piece.isEmpty()) {
        return new Broken(before.number() + 1, "this line and all after it are missing");
      }
      for (var line : piece) {
        if (line.number() != before.number() + 1) {
          return new Broken(before.number() + 1, "this line is missing");
        }
        if (!line.hash().equals(hash(line.number(), before.hash(), line))) {
          return new Broken(
              line.number(), "its content is not what was tied, or the one before is not");
        }
        before = new Head(line.number(), line.hash());
        if (before.equals(last)) {
          return new Whole(last, store.countLoose());
        }
      }
    }
    return before.equals(last)
        ? new Whole(last, store.countLoose())
        : new Broken(last.number(), "the head is not the hash of the last line");
  }

  /** SHA-256 over the fields in their order, each after its length in bytes. */
  static String hash(long number, String before, AuditLine line) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      feed(digest, Long.toString(number));
      feed(digest, before);
      feed(digest, line.id().toString());
      feed(digest, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, line.at())));
      feed(digest, line.actor());
      feed(digest, line.organisation() == null ? "" : line.organisation().toString());
      feed(digest, line.action());
      feed(digest, line.subject());
      feed(digest, line.detail());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }

  private static void feed(MessageDigest digest, String field) {
    var bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
    digest.update(bytes);
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    Worker auditChainWorker(AuditChain chain) {
      return new Worker("audit-chain", chain::once);
    }
  }
}
