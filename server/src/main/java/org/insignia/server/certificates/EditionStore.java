package org.insignia.server.certificates;

import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.certificates.Edition.Paper;
import org.insignia.server.platform.i18n.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people chose last; goes with their account. */
@Repository
class EditionStore {
  private final JdbcClient db;

  EditionStore(JdbcClient db) {
    this.db = db;
  }

  Optional<Edition> find(PersonId person) {
    return db.sql("select paper, language from certificate_choice where person_id = :person")
        .param("person", person.value())
        .query((row, number) ->
            new Edition(
                Paper.valueOf(row.getString("paper")), Language.of(row.getString("language"))))
        .optional();
  }

  void put(PersonId person, Edition edition) {
    db.sql(
            """
            insert into certificate_choice (person_id, paper, language) values (:person, :paper, :language)
            on conflict (person_id) do update set paper = excluded.paper, language = excluded.language
            """)
        .param("person", person.value())
        .param("paper", edition.paper().name())
        .param("language", edition.language().tag())
        .update();
  }

  /** Gives a choice to somebody who has none; false where there is nothing to give or they have. */
  boolean hand(PersonId from, PersonId to) {
    return db.sql(
                """
                update certificate_choice set person_id = :to
                 where person_id = :from
                   and not exists (select 1 from certificate_choice where person_id = :to)
                """)
            .param("from", from.value())
            .param("to", to.value())
            .update()
        == 1;
  }
}
