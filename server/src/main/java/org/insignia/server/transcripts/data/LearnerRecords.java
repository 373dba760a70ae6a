package org.insignia.server.transcripts.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.model.ClrCredential;
import org.insignia.openbadges.model.ClrSubject;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.keys.Issuers;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.record.Transcript;
import org.springframework.stereotype.Component;

/**
 * The transcript as signed CLR 2.0 credentials, one for each organisation: it speaks for what it
 * gave and for nothing else, with its own key (decision 0012). Badges are in it as they were
 * signed; what has no badge of its own is said by the organisation anew.
 */
@Component
public class LearnerRecords {
  /** Verifiers look at no more credentials inside of one; a longer record is told in several. */
  static final int MOST_INSIDE = 100;

  private static final int YEARS_VALID = 1;

  private final Credentials credentials;
  private final Organisations organisations;
  private final Catalog catalog;
  private final Issuers issuers;
  private final SigningKeys keys;
  private final Settings settings;
  private final Texts texts;
  private final Audit audit;

  LearnerRecords(
      Credentials credentials,
      Organisations organisations,
      Catalog catalog,
      Issuers issuers,
      SigningKeys keys,
      Settings settings,
      Texts texts,
      Audit audit) {
    this.credentials = credentials;
    this.organisations = organisations;
    this.catalog = catalog;
    this.issuers = issuers;
    this.keys = keys;
    this.settings = settings;
    this.texts = texts;
    this.audit = audit;
  }

  /**
   * Signs what stands in a transcript, at its moment. Organisations all of whose items are revoked
   * or suspended say nothing.
   *
   * @param actor who asks, for the audit
   */
  public List<LearnerRecord> of(String actor, Transcript transcript) {
    List<LearnerRecord> records = new ArrayList<>();
    for (OrganisationId id : transcript.issuers().keySet()) {
      records.addAll(of(actor, organisations.get(id), transcript));
    }
    return records;
  }

  /**
   * Several records as one file: a presentation that is not signed itself, with each as it was
   * signed. One record stays what it is.
   */
  public static Bytes together(List<LearnerRecord> records) {
    if (records.size() == 1) {
      return records.getFirst().document();
    }
    Map<String, Object> presentation = new LinkedHashMap<>();
    presentation.put("@context", List.of("https://www.w3.org/ns/credentials/v2"));
    presentation.put("type", List.of("VerifiablePresentation"));
    presentation.put(
        "verifiableCredential",
        records.stream().map(record -> Json.parseObject(record.document())).toList());
    return Bytes.utf8(Json.write(JsonValue.from(presentation)));
  }

  private List<LearnerRecord> of(String actor, Organisation by, Transcript transcript) {
    Instant now = transcript.asOf().truncatedTo(ChronoUnit.SECONDS);
    Speaker speaker = speaker(by, transcript, now);
    var statements = new Statements(speaker, transcript);
    List<JsonObject> all = statements.all();
    List<LearnerRecord> records = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_INSIDE) {
      List<JsonObject> inside = all.subList(from, Math.min(all.size(), from + MOST_INSIDE));
      var subject =
          new ClrSubject(
              null, statements.earner(), inside, List.of(), statements.associations(inside));
      JsonObject signed = speaker.sign(clr(speaker, transcript, subject, now));
      records.add(
          new LearnerRecord(
              by.id(), by.name(), fileName(by, records.size()), Bytes.utf8(Json.write(signed))));
    }
    String what = "transcript:" + transcript.identity().certificationId().document();
    audit.record(actor, by.id().value(), "transcripts.sign", what, all.size() + " credentials");
    return records;
  }

  private Speaker speaker(Organisation by, Transcript transcript, Instant now) {
    return new Speaker(
        by,
        issuers.profile(by),
        catalog.current(by.id()),
        settings.url("/org/" + by.slug()).toString(),
        keys.current(by.id()).sealAt(now),
        texts,
        transcript.language(),
        credentials::document);
  }

  private static String fileName(Organisation by, int before) {
    return "transcript-" + by.slug() + (before == 0 ? "" : "-" + (before + 1)) + ".json";
  }

  private static ClrCredential clr(
      Speaker speaker, Transcript transcript, ClrSubject subject, Instant now) {
    String name = speaker.text("record.clr.name", transcript.identity().name());
    return ClrCredential.of("urn:uuid:" + UUID.randomUUID(), name, speaker.issuer(), now, subject)
        .awardedDate(now)
        .validUntil(now.atZone(ZoneOffset.UTC).plusYears(YEARS_VALID).toInstant())
        .build();
  }
}
