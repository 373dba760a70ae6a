package org.insignia.server.platform.fsck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the outbox, for rules that hold other tables against it. */
@Component
public class Letters {
  private final JdbcClient db;
  private final Stretches stretches;

  Letters(JdbcClient db, Stretches stretches) {
    this.db = db;
    this.stretches = stretches;
  }

  /**
   * A letter.
   *
   * @param ref what it is about
   * @param sentAt null unless it went out
   */
  public record Queued(UUID id, String kind, UUID ref, @Nullable Instant sentAt) {}

  /** All letters of these kinds, some at a time, each time with the database of one moment. */
  public void visit(Probe probe, Collection<String> kinds, Consumer<List<Queued>> visitor) {
    stretches.visit(
        probe,
        "outbox_letter",
        "id",
        (after, upTo) ->
            visitor.accept(
                db.sql(
                        """
                        select id, kind, ref, case when state = 'sent' then ended_at end as sent_at
                          from outbox_letter
                         where id > :after and id <= :upTo and kind = any(:kinds)
                        """)
                    .param("after", after)
                    .param("upTo", upTo)
                    .param("kinds", kinds.toArray(String[]::new))
                    .query((row, n) -> {
                      var sent = row.getObject("sent_at", OffsetDateTime.class);
                      return new Queued(
                          row.getObject("id", UUID.class),
                          row.getString("kind"),
                          row.getObject("ref", UUID.class),
                          sent == null ? null : sent.toInstant());
                    })
                    .list()));
  }
}
