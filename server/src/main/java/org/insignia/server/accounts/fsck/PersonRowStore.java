package org.insignia.server.accounts.fsck;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonRowStore {
  private final JdbcClient db;

  PersonRowStore(JdbcClient db) {
    this.db = db;
  }

  List<UUID> present(Collection<UUID> people) {
    return db.sql("select id from person where id = any(:ids) and merged_into is null")
        .param("ids", people.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }
}
