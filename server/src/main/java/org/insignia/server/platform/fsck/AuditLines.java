package org.insignia.server.platform.fsck;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the audit says, for rules that hold other tables against it. */
@Component
public class AuditLines {
  private final JdbcClient db;
  private final Stretches stretches;

  AuditLines(JdbcClient db, Stretches stretches) {
    this.db = db;
    this.stretches = stretches;
  }

  /** That this was done to that. */
  public record Line(UUID id, String action, String subject) {}

  /** The actions that were recorded of each of these subjects. */
  public Map<String, Set<String>> actions(Collection<String> subjects) {
    var actions = new HashMap<String, Set<String>>();
    if (!subjects.isEmpty()) {
      db.sql("select subject, action from audit_line where subject = any(:subjects)")
          .param("subjects", subjects.toArray(String[]::new))
          .query(row -> {
            actions
                .computeIfAbsent(row.getString("subject"), s -> new HashSet<>())
                .add(row.getString("action"));
          });
    }
    return actions;
  }

  /** All lines of these actions, some at a time, each time with the database of one moment. */
  public void visit(Probe probe, Collection<String> actions, Consumer<List<Line>> visitor) {
    stretches.visit(
        probe,
        "audit_line",
        "id",
        (after, upTo) ->
            visitor.accept(
                db.sql(
                        """
                        select id, action, subject from audit_line
                         where id > :after and id <= :upTo and action = any(:actions)
                        """)
                    .param("after", after)
                    .param("upTo", upTo)
                    .param("actions", actions.toArray(String[]::new))
                    .query((row, n) ->
                        new Line(
                            row.getObject("id", UUID.class),
                            row.getString("action"),
                            row.getString("subject")))
                    .list()));
  }
}
