package org.insignia.server.issuing.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.issuing.packing.DocumentFrame;
import org.insignia.server.issuing.packing.PackedDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Credentials with their stored documents. */
@Repository
class SignedStore {
  /** How many frames are kept at a time; there are few. */
  private static final int FRAMES = 1000;

  private final JdbcClient db;
  private final Map<UUID, DocumentFrame> frames = new ConcurrentHashMap<>();

  SignedStore(JdbcClient db) {
    this.db = db;
  }

  /** A credential and what is stored of its document. */
  record Signed(
      UUID id,
      UUID organisation,
      UUID key,
      UUID list,
      int index,
      String recipientName,
      @Nullable Instant validUntil,
      UUID frame,
      Bytes body,
      @Nullable Long digest) {
    static Signed from(ResultSet row, int number) throws SQLException {
      var until = row.getObject("valid_until", OffsetDateTime.class);
      return new Signed(
          row.getObject("id", UUID.class),
          row.getObject("organisation_id", UUID.class),
          row.getObject("key_id", UUID.class),
          row.getObject("status_list_id", UUID.class),
          row.getInt("status_index"),
          row.getString("recipient_name"),
          until == null ? null : until.toInstant(),
          row.getObject("frame_id", UUID.class),
          Bytes.wrap(row.getBytes("body")),
          row.getObject("digest", Long.class));
    }
  }

  /** About how many credentials there are, at least one. */
  double estimate() {
    return db.sql(
            """
            select greatest(1, coalesce(nullif((select reltuples from pg_class where oid = 'credential'::regclass), -1), 1))
            """)
        .query(Double.class)
        .single();
  }

  List<Signed> signed(UUID after, UUID upTo) {
    return sample(after, upTo, 1);
  }

  /** Each with this chance, so that other ones are looked at every time. */
  List<Signed> sample(UUID after, UUID upTo, double share) {
    return db.sql(
            """
            select c.id, c.organisation_id, c.key_id, c.status_list_id, c.status_index, c.recipient_name,
                   c.valid_until, d.frame_id, d.body, d.digest
              from (select id from credential
                     where id > :after and id <= :upTo and (:share >= 1 or random() < :share) offset 0) picked
              join credential c on c.id = picked.id
              join credential_document d on d.credential_id = c.id
             order by c.id
            """)
        .param("after", after)
        .param("upTo", upTo)
        .param("share", share)
        .query(Signed::from)
        .list();
  }

  /** Frames are read anew, since one may be damaged by now. */
  void forgetFrames() {
    frames.clear();
  }

  /**
   * The document as it was signed.
   *
   * @throws IllegalStateException where what is stored is damaged
   */
  Bytes document(Signed signed) {
    if (frames.size() > FRAMES) {
      frames.clear();
    }
    var packed =
        new PackedDocument(frames.computeIfAbsent(signed.frame(), this::frame), signed.body());
    if (signed.digest() != null && packed.digest() != signed.digest()) {
      throw new IllegalStateException("its digest differs");
    }
    return packed.unpack();
  }

  private DocumentFrame frame(UUID id) {
    var frame =
        DocumentFrame.of(
            db.sql("select text from document_frame where id = :id")
                .param("id", id)
                .query((row, n) -> Bytes.wrap(row.getBytes("text")))
                .optional()
                .orElseThrow(() -> new IllegalStateException("frame " + id + " is missing")));
    if (!frame.id().equals(id)) {
      throw new IllegalStateException("frame " + id + " is not of this text");
    }
    return frame;
  }
}
