package org.insignia.server.platform.fsck;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through a table along its key, a stretch at a time, each in a transaction of its own that
 * sees one moment and can change nothing: so nothing is held in memory, no statement runs for long,
 * and a server at work is neither in the way nor misread.
 */
@Component
public class Stretches {
  private static final int ROWS = 10_000;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient db;
  private final TransactionTemplate moment;

  Stretches(JdbcClient db, PlatformTransactionManager transactions) {
    this.db = db;
    this.moment = new TransactionTemplate(transactions);
    moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    moment.setReadOnly(true);
  }

  /** What is done with the rows whose key is after the one and not after the other. */
  public interface Visitor {
    /** Within a transaction that sees one moment. */
    void visit(UUID after, UUID upTo);
  }

  /**
   * Puts a statement to each stretch of a table.
   *
   * @param key the table's key, a UUID column with an index
   * @param broken a statement on the rows {@code > :after} and {@code <= :upTo} which gives the
   *     columns {@code subject} and {@code what} for each that is broken
   */
  public void find(Probe probe, String table, String key, String broken) {
    visit(
        probe,
        table,
        key,
        (after, upTo) ->
            db.sql(broken)
                .param("after", after)
                .param("upTo", upTo)
                .query(row -> {
                  probe.broken(row.getString("subject"), row.getString("what"));
                }));
  }

  /** Leads a visitor through a table. */
  public void visit(Probe probe, String table, String key, Visitor visitor) {
    visit(probe, table, key, ROWS, visitor);
  }

  /** As {@link #visit(Probe, String, String, Visitor)}, so many rows at a time. */
  public void visit(Probe probe, String table, String key, int rows, Visitor visitor) {
    var seen = Optional.of(new Seen(BEFORE_ALL, 0));
    while (seen.isPresent()) {
      var last = seen.get().last();
      seen =
          Objects.requireNonNull(
              moment.execute(status -> stretch(table, key, last, rows, visitor)));
      seen.ifPresent(stretch -> probe.looked(stretch.rows()));
    }
  }

  private record Seen(UUID last, long rows) {}

  private Optional<Seen> stretch(String table, String key, UUID after, int rows, Visitor visitor) {
    var seen =
        db.sql(
                """
                select key, place from (
                  select %2$s as key, row_number() over (order by %2$s) as place
                    from %1$s where %2$s > :after order by %2$s limit :rows) stretch
                 order by place desc limit 1
                """
                    .formatted(table, key))
            .param("after", after)
            .param("rows", rows)
            .query((row, n) -> new Seen(row.getObject("key", UUID.class), row.getLong("place")))
            .optional();
    seen.ifPresent(stretch -> visitor.visit(after, stretch.last()));
    return seen;
  }
}
