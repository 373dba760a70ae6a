package org.insignia.server.accounts.profile;

import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of pictures. */
@Repository
final class PhotoStore {
  private final JdbcClient db;

  PhotoStore(JdbcClient db) {
    this.db = db;
  }

  void put(PersonId person, String hash, Jpeg jpeg) {
    db.sql(
            """
            insert into profile_photo (person_id, hash, jpeg) values (:id, :hash, :jpeg)
            on conflict (person_id) do update set hash = excluded.hash, jpeg = excluded.jpeg
            """)
        .param("id", person.value())
        .param("hash", hash)
        .param("jpeg", jpeg.toArray())
        .update();
  }

  boolean remove(PersonId person) {
    return db.sql("delete from profile_photo where person_id = :id")
            .param("id", person.value())
            .update()
        == 1;
  }

  Optional<Photos.Photo> find(PersonId person) {
    return db.sql("select hash, jpeg from profile_photo where person_id = :id")
        .param("id", person.value())
        .query((row, number) ->
            new Photos.Photo(row.getString("hash"), new Jpeg(row.getBytes("jpeg"))))
        .optional();
  }
}
