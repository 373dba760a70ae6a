package org.insignia.server.claims.holding;

import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who owns which claim, moved by account. */
@Repository
class HoldingStore {
  private final JdbcClient db;

  HoldingStore(JdbcClient db) {
    this.db = db;
  }

  int count(PersonId owner) {
    return db.sql("select count(*) from claim where owner_id = :owner")
        .param("owner", owner.value())
        .query(Integer.class)
        .single();
  }

  List<UUID> hand(PersonId from, PersonId to) {
    return db.sql("update claim set owner_id = :to where owner_id = :from returning credential_id")
        .param("to", to.value())
        .param("from", from.value())
        .query(UUID.class)
        .list();
  }

  boolean hand(UUID credential, PersonId from, PersonId to) {
    return db.sql("update claim set owner_id = :to where credential_id = :id and owner_id = :from")
            .param("to", to.value())
            .param("id", credential)
            .param("from", from.value())
            .update()
        == 1;
  }

  /**
   * As if their owner had declined them: shown nowhere, reminded of by nobody, to be taken back.
   */
  List<UUID> letGo(PersonId owner) {
    return db.sql(
            """
            update claim set state = 'REJECTED', owner_id = null, visibility = 'PRIVATE'
             where owner_id = :owner
            returning credential_id
            """)
        .param("owner", owner.value())
        .query(UUID.class)
        .list();
  }
}
