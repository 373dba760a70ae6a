package org.insignia.server.issuing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.eligibility.AwardId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names that issuers corrected, by award. */
@Repository
class CorrectedNameStore {
  private final JdbcClient db;

  CorrectedNameStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * What stood on the badge and what stands there now.
   *
   * @param wrong as the provider says it
   */
  record CorrectedName(String wrong, String corrected) {
    /** The name to write where the provider says this one. */
    String instead(String said) {
      return said.equals(wrong) ? corrected : said;
    }
  }

  /** Notes a correction; of several in a row, the first wrong name is the provider's. */
  void put(AwardId award, CorrectedName name) {
    db.sql(
            """
            insert into corrected_name (award_id, wrong, corrected) values (:award, :wrong, :corrected)
            on conflict (award_id) do update set corrected = excluded.corrected
            """)
        .param("award", award.value())
        .param("wrong", name.wrong())
        .param("corrected", name.corrected())
        .update();
  }

  Map<AwardId, CorrectedName> find(Collection<AwardId> awards) {
    var found = new HashMap<AwardId, CorrectedName>();
    db.sql(
            "select award_id, wrong, corrected from corrected_name where award_id = any(cast(:ids as uuid[]))")
        .param("ids", awards.stream().map(a -> a.value().toString()).toArray(String[]::new))
        .query(row -> {
          found.put(
              new AwardId(row.getObject("award_id", UUID.class)),
              new CorrectedName(row.getString("wrong"), row.getString("corrected")));
        });
    return found;
  }
}
