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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed documents: written once, read for ever. */
@Repository
class DocumentStore {
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
    documents.forEach((id, document) -> {
      used.put(document.frame().id(), document.frame());
      ids.add(id.value().toString());
      frameIds.add(document.frame().id().toString());
      bodies.add(document.body().view());
    });
    used.values().forEach(this::insert);
    db.sql(
            """
            insert into credential_document (credential_id, frame_id, body)
            select * from unnest(cast(:ids as uuid[]), cast(:frames as uuid[]), cast(:bodies as bytea[]))
            """)
        .param("ids", ids.toArray(String[]::new))
        .param("frames", frameIds.toArray(String[]::new))
        .param("bodies", bodies.toArray(byte[][]::new))
        .update();
  }

  private void insert(DocumentFrame frame) {
    db.sql("insert into document_frame (id, text) values (:id, :text) on conflict (id) do nothing")
        .param("id", frame.id())
        .param("text", frame.text().toArray())
        .update();
  }

  Optional<Bytes> find(CredentialId id) {
    record Row(UUID frame, Bytes body) {}
    return db.sql("select frame_id, body from credential_document where credential_id = :id")
        .param("id", id.value())
        .query((row, n) ->
            new Row(row.getObject("frame_id", UUID.class), Bytes.wrap(row.getBytes("body"))))
        .optional()
        .map(row -> new PackedDocument(frame(row.frame()), row.body()).unpack());
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
