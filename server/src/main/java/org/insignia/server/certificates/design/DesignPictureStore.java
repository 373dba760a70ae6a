package org.insignia.server.certificates.design;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of logos and signatures. */
@Repository
class DesignPictureStore {
  private final JdbcClient db;

  DesignPictureStore(JdbcClient db) {
    this.db = db;
  }

  /** Stores it, or finds the same one of before; either way it counts as added now. */
  PictureId put(OrganisationId organisation, String hash, Picture picture, Instant now) {
    return new PictureId(
        db.sql(
                """
                insert into certificate_picture (id, organisation_id, hash, png, width, height, added_at)
                values (:id, :organisation, :hash, :png, :width, :height, :now)
                on conflict (organisation_id, hash) do update set added_at = excluded.added_at
                returning id
                """)
            .param("id", picture.id().value())
            .param("organisation", organisation.value())
            .param("hash", hash)
            .param("png", picture.png().toArray())
            .param("width", picture.width())
            .param("height", picture.height())
            .param("now", Timestamp.from(now))
            .query(UUID.class)
            .single());
  }

  Optional<Picture> find(OrganisationId organisation, PictureId id) {
    return db.sql(
            """
            select id, png, width, height from certificate_picture
             where id = :id and organisation_id = :organisation
            """)
        .param("id", id.value())
        .param("organisation", organisation.value())
        .query((row, number) ->
            new Picture(
                new PictureId(row.getObject("id", UUID.class)),
                Bytes.wrap(row.getBytes("png")),
                row.getInt("width"),
                row.getInt("height")))
        .optional();
  }

  /** Deletes pictures that were added before this and that no design names. */
  int sweep(Instant before, int most) {
    return db.sql(
            """
            delete from certificate_picture
             where id = any(array(
               select p.id from certificate_picture p
                where p.added_at < :before
                  and not exists (select 1 from certificate_design d where d.logo_id = p.id)
                  and not exists (select 1 from certificate_signatory s where s.signature_id = p.id)
                limit :most
                for update skip locked))
            """)
        .param("before", Timestamp.from(before))
        .param("most", most)
        .update();
  }
}
