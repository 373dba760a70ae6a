package org.insignia.server.eligibility.fsck;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GivenAwardStore {
  private final JdbcClient db;

  GivenAwardStore(JdbcClient db) {
    this.db = db;
  }

  List<UUID> given(UUID after, UUID upTo) {
    return db.sql(
            """
            select id from award a
             where id > :after and id <= :upTo and state = 'GIVEN' and announced = 'GIVEN'
               and not exists (select 1 from award_due d where d.award_id = a.id)
            """)
        .param("after", after)
        .param("upTo", upTo)
        .query(UUID.class)
        .list();
  }
}
