package org.insignia.server.issuing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.issuing.packing.DocumentFrame;
import org.insignia.server.issuing.packing.PackedDocument;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed documents: written once, read for ever. */
@Repository
class DocumentStore {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentStore.class);

  private final JdbcClient db;
  private final Map<UUID, DocumentFrame> frames = new ConcurrentHashMap<>();

  DocumentStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Map<CredentialId, PackedDocument> documents) {
    var used = new LinkedHashMap<UUID, DocumentFrame>();
    var ids = new ArrayList<String>();
    var frameIds = new ArrayList<String>();
    var bodies = new ArrayList<byte[]>();
    var digests = new ArrayList<Long>();
    documents.forEach((id, document) -> {
      used.put(document.frame().id(), document.frame());
      ids.add(id.value().toString());
      frameIds.add(document.frame().id().toString());
      bodies.add(document.body().view());
      digests.add(document.digest());
    });
    used.values().forEach(this::insert);
    db.sql(
            """
            insert into credential_document (credential_id, frame_id, body, digest)
            select * from unnest(cast(:ids as uuid[]), cast(:frames as uuid[]), cast(:bodies as bytea[]), cast(:digests as bigint[]))
            """)
        .param("ids", ids.toArray(String[]::new))
        .param("frames", frameIds.toArray(String[]::new))
        .param("bodies", bodies.toArray(byte[][]::new))
        .param("digests", digests.toArray(Long[]::new))
        .update();
  }

  private void insert(DocumentFrame frame) {
    db.sql("insert into document_frame (id, text) values (:id, :text) on conflict (id) do nothing")
        .param("id", frame.id())
        .param("text", frame.text().toArray())
        .update();
  }

  private record Row(UUID frame, Bytes body, @Nullable Long digest) {}

  /**
   * The document as it was signed.
   *
   * @throws Problem.Damaged where what is stored is something else
   */
  Optional<Bytes> find(CredentialId id) {
    return db.sql(
            "select frame_id, body, digest from credential_document where credential_id = :id")
        .param("id", id.value())
        .query((row, n) ->
            new Row(
                row.getObject("frame_id", UUID.class),
                Bytes.wrap(row.getBytes("body")),
                row.getObject("digest", Long.class)))
        .optional()
        .map(row -> unpacked(id, row));
  }

  private Bytes unpacked(CredentialId id, Row row) {
    try {
      var packed = new PackedDocument(frame(row.frame()), row.body());
      if (row.digest() != null && packed.digest() != row.digest()) {
        throw new IllegalStateException("its digest differs");
      }
      return packed.unpack();
    } catch (IllegalStateException | EmptyResultDataAccessException e) {
      LOG.error("the stored document of credential {} is damaged; see fsck", id.value(), e);
      throw new Problem.Damaged("the stored record of badge " + id.value() + " is damaged");
    }
  }

  /** Kept once read: a frame never changes, and there are few. */
  private DocumentFrame frame(UUID id) {
    return frames.computeIfAbsent(
        id,
        key -> {
          byte[] text =
              db.sql("select text from document_frame where id = :id")
                  .param("id", key)
                  .query(byte[].class)
                  .single();
          var frame = DocumentFrame.of(Bytes.wrap(text));
          if (!frame.id().equals(key)) {
            throw new IllegalStateException("document frame " + key + " is damaged");
          }
          return frame;
        });
  }

  /** What waits to be signed for this organisation waits no longer. */
  void dueNow(OrganisationId organisation) {
    db.sql(
            """
            update credential_unsigned u set due_at = now()
              from credential c
             where c.id = u.credential_id and c.organisation_id = :organisation
            """)
        .param("organisation", organisation.value())
        .update();
  }

  void markUnannounced(List<CredentialId> ids) {
    db.sql("insert into credential_unannounced (credential_id) select unnest(cast(:ids as uuid[]))")
        .param("ids", ids.stream().map(c -> c.value().toString()).toArray(String[]::new))
        .update();
  }

  /** What follows in the same transaction is looked up, not searched for; see takeUnsigned. */
  List<CredentialId> takeUnannounced(int limit) {
    db.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
    return db
        .sql(
            """
            delete from credential_unannounced
             where credential_id = any(array(
                   select credential_id from credential_unannounced
                    order by credential_id limit :limit for update skip locked))
            returning credential_id
            """)
        .param("limit", limit)
        .query(UUID.class)
        .list()
        .stream()
        .sorted()
        .map(CredentialId::new)
        .toList();
  }
}
