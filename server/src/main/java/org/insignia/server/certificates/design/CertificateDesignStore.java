package org.insignia.server.certificates.design;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of versions; none is ever changed. */
@Repository
class CertificateDesignStore {
  private final JdbcClient db;

  CertificateDesignStore(JdbcClient db) {
    this.db = db;
  }

  /** One writer at a time for an organisation, until the transaction ends. */
  void lock(OrganisationId organisation) {
    db.sql("select pg_advisory_xact_lock(hashtextextended('certificate_design', :seed))")
        .param("seed", organisation.value().getLeastSignificantBits())
        .query((row, number) -> true)
        .single();
  }

  /** The versions of an organisation, the first one first. */
  List<CertificateDesign> all(OrganisationId organisation) {
    var signatories = signatories(organisation);
    var wordings = wordings(organisation);
    return db.sql(
            """
            select id, version, since, colour, ornament, logo_id from certificate_design
             where organisation_id = :organisation
             order by version
            """)
        .param("organisation", organisation.value())
        .query((row, number) -> {
          var id = row.getObject("id", UUID.class);
          return new CertificateDesign(
              row.getInt("version"),
              row.getTimestamp("since").toInstant(),
              row.getString("colour"),
              row.getString("ornament"),
              picture(row, "logo_id"),
              signatories.getOrDefault(id, List.of()),
              wordings.getOrDefault(id, Map.of()));
        })
        .list();
  }

  private Map<UUID, List<Signatory>> signatories(OrganisationId organisation) {
    Map<UUID, List<Signatory>> all = new java.util.HashMap<>();
    db.sql(
            """
            select s.design_id, s.name, s.title, s.signature_id
              from certificate_signatory s join certificate_design d on d.id = s.design_id
             where d.organisation_id = :organisation
             order by s.design_id, s.place
            """)
        .param("organisation", organisation.value())
        .query(row -> {
          all.computeIfAbsent(
                  row.getObject("design_id", UUID.class), _ -> new java.util.ArrayList<>())
              .add(
                  new Signatory(
                      row.getString("name"), row.getString("title"), picture(row, "signature_id")));
        });
    return all;
  }

  private Map<UUID, Map<Language, Wording>> wordings(OrganisationId organisation) {
    Map<UUID, Map<Language, Wording>> all = new java.util.HashMap<>();
    db.sql(
            """
            select w.design_id, w.language, w.heading, w.introduction, w.statement, w.closing
              from certificate_wording w join certificate_design d on d.id = w.design_id
             where d.organisation_id = :organisation
            """)
        .param("organisation", organisation.value())
        .query(row -> {
          all.computeIfAbsent(
                  row.getObject("design_id", UUID.class), _ -> new EnumMap<>(Language.class))
              .put(
                  Language.of(row.getString("language")),
                  new Wording(
                      row.getString("heading"),
                      row.getString("introduction"),
                      row.getString("statement"),
                      row.getString("closing")));
        });
    return all;
  }

  private static @Nullable PictureId picture(ResultSet row, String column) throws SQLException {
    var id = row.getObject(column, UUID.class);
    return id == null ? null : new PictureId(id);
  }

  void insert(OrganisationId organisation, CertificateDesign design) {
    var id = Ids.next();
    db.sql(
            """
            insert into certificate_design (id, organisation_id, version, since, colour, ornament, logo_id)
            values (:id, :organisation, :version, :since, :colour, :ornament, :logo)
            """)
        .param("id", id)
        .param("organisation", organisation.value())
        .param("version", design.version())
        .param("since", Timestamp.from(design.since()))
        .param("colour", design.colour())
        .param("ornament", design.ornament())
        .param("logo", value(design.logo()))
        .update();
    for (int i = 0; i < design.signatories().size(); i++) {
      insert(organisation, id, i + 1, design.signatories().get(i));
    }
    design.wordings().forEach((language, wording) -> insert(id, language, wording));
  }

  private void insert(OrganisationId organisation, UUID design, int place, Signatory signatory) {
    db.sql(
            """
            insert into certificate_signatory (design_id, organisation_id, place, name, title, signature_id)
            values (:design, :organisation, :place, :name, :title, :signature)
            """)
        .param("design", design)
        .param("organisation", organisation.value())
        .param("place", place)
        .param("name", signatory.name())
        .param("title", signatory.title())
        .param("signature", value(signatory.signature()))
        .update();
  }

  private void insert(UUID design, Language language, Wording wording) {
    db.sql(
            """
            insert into certificate_wording (design_id, language, heading, introduction, statement, closing)
            values (:design, :language, :heading, :introduction, :statement, :closing)
            """)
        .param("design", design)
        .param("language", language.tag())
        .param("heading", wording.heading())
        .param("introduction", wording.introduction())
        .param("statement", wording.statement())
        .param("closing", wording.closing())
        .update();
  }

  private static @Nullable UUID value(@Nullable PictureId id) {
    return id == null ? null : id.value();
  }
}
