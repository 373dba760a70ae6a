package org.insignia.server.sharing.directory;

import java.util.List;
import java.util.UUID;
import org.insignia.server.sharing.directory.Holders.Order;
import org.insignia.server.sharing.directory.Holders.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who shows badges of an organisation, counted from the badges themselves. */
@Repository
final class HolderStore {
  private static final int MOST_LOOKED_AT = 20_000;

  /**
   * Few are out of force, and an index has them: to look up every badge would cost ten times as
   * much.
   */
  private static final String HELD =
      """
      with shown as materialized (
        select c.owner_id, c.credential_id
          from claim c
          join profile f on f.person_id = c.owner_id and f.listed and f.visibility = 'PUBLIC'
         where c.organisation_id = :organisation and c.state = 'ACCEPTED' and c.visibility = 'PUBLIC'
           and (:place = '' or to_tsvector('simple', f.headline) @@ phraseto_tsquery('simple', :place))
         order by c.owner_id, c.credential_id
         limit :most),
      held as (
        select s.owner_id, count(*) as badges
          from shown s
         where not exists (select 1 from credential k
                            where k.organisation_id = :organisation and k.id = s.credential_id
                              and k.state <> 'ISSUED' and k.state in ('REVOKED', 'REPLACED'))
         group by s.owner_id)
      """;

  private final JdbcClient db;

  HolderStore(JdbcClient db) {
    this.db = db;
  }

  /** What the statement tells of one. */
  record Row(UUID person, int badges, int total) {}

  /** Ends every statement of this transaction that takes too long. */
  void prepare() {
    db.sql("set local statement_timeout = '2s'").update();
  }

  List<Row> find(Question question) {
    return statement(
            """
            select p.id as person, h.badges, count(*) over () as total
              from held h
              join person p on p.id = h.owner_id and p.merged_into is null
             order by %s, p.id
            offset :skip limit :limit
            """
                .formatted(order(question.order())),
            question)
        .param("skip", question.skip())
        .param("limit", question.limit())
        .query(Row.class)
        .list();
  }

  int count(Question question) {
    return statement(
            """
            select count(*) from held h join person p on p.id = h.owner_id and p.merged_into is null
            """,
            question)
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec statement(String rest, Question question) {
    return db.sql(HELD + rest)
        .param("organisation", question.organisation().value())
        .param("place", question.place() == null ? "" : question.place())
        .param("most", MOST_LOOKED_AT);
  }

  private static String order(Order order) {
    return switch (order) {
      case BY_NAME -> "lower(p.name)";
      case BY_NAME_BACKWARDS -> "lower(p.name) desc";
      case FEWEST_BADGES -> "h.badges, lower(p.name)";
      case MOST_BADGES -> "h.badges desc, lower(p.name)";
    };
  }
}
