package org.insignia.server.insights.skill;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the operator's words for skills. */
@Repository
class OwnSkillStore {
  private final JdbcClient db;

  OwnSkillStore(JdbcClient db) {
    this.db = db;
  }

  /** Names what is kept; empty where nothing is. */
  String digest() {
    return db.sql("select digest from own_skill limit 1").query(String.class).optional().orElse("");
  }

  List<OwnSkill> all() {
    return db.sql("select name, aliases from own_skill order by ordinal")
        .query((row, i) ->
            new OwnSkill(
                row.getString("name"),
                Arrays.asList((String[]) row.getArray("aliases").getArray())))
        .list();
  }

  void replace(List<OwnSkill> skills, String digest) {
    db.sql("lock table own_skill in share row exclusive mode").update();
    db.sql("delete from own_skill").update();
    int ordinal = 0;
    for (var skill : skills) {
      db.sql(
              """
              insert into own_skill (name, ordinal, aliases, digest) values (:name, :ordinal, :aliases, :digest)
              """)
          .param("name", skill.name())
          .param("ordinal", ordinal++)
          .param("aliases", skill.aliases().toArray(String[]::new))
          .param("digest", digest)
          .update();
    }
  }
}
