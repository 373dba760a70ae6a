package org.insignia.server.issuing;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.openbadges.issue.TemplateSigner;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.model.Profile;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.issuing.details.DetailStore;
import org.insignia.server.issuing.details.Details;
import org.insignia.server.issuing.details.Details.Shape;
import org.insignia.server.issuing.packing.DocumentFrame;
import org.insignia.server.issuing.packing.PackedDocument;
import org.insignia.server.keys.Issuers;
import org.insignia.server.keys.KeyId;
import org.insignia.server.keys.Seal;
import org.insignia.server.keys.SigningKey;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes, signs and packs many documents on all cores; reads the database before, not meanwhile.
 */
@Component
class BatchSigning {
  private static final int SKELETONS = 64;

  /** Fewer are not worth the threads that would be woken for them. */
  private static final int WORTH_ALL_CORES = 16;

  private final Settings settings;
  private final Organisations organisations;
  private final Achievements achievements;
  private final AchievementDocuments documents;
  private final Issuers issuers;
  private final SigningKeys keys;
  private final DetailStore details;
  private final Map<Made, Skeleton> skeletons = Collections.synchronizedMap(latest());

  BatchSigning(
      Settings settings,
      Organisations organisations,
      Achievements achievements,
      AchievementDocuments documents,
      Issuers issuers,
      SigningKeys keys,
      DetailStore details) {
    this.settings = settings;
    this.organisations = organisations;
    this.achievements = achievements;
    this.documents = documents;
    this.issuers = issuers;
    this.keys = keys;
    this.details = details;
  }

  /** What became of one credential. */
  sealed interface Outcome {
    Credential credential();

    record Signed(Credential credential, KeyId key, PackedDocument document) implements Outcome {}

    /** Its texts do not make a sound document; the others of the batch do not suffer. */
    record Unsignable(Credential credential, String problem) implements Outcome {}
  }

  /** One issuer at this moment. */
  private record Desk(Organisation organisation, Profile profile, SigningKey key, Seal seal) {}

  /** What decides the shared part of a document. */
  private record Kind(
      OrganisationId organisation,
      AchievementId achievement,
      DesignId design,
      Language language,
      UUID statusList,
      boolean ends,
      Shape shape) {
    static Kind of(Credential credential, Details details) {
      return new Kind(
          credential.organisation(),
          credential.achievement(),
          credential.design(),
          credential.language(),
          credential.status().list(),
          credential.validUntil() != null,
          details.shape());
    }
  }

  private record Form(CredentialForm form, TemplateSigner signer, DocumentFrame frame) {}

  /** A form without the moment of signing, kept for later batches. */
  private record Skeleton(CredentialForm form, DocumentFrame frame) {}

  /** All that a skeleton is made of. */
  private record Made(
      Kind kind, Organisation organisation, Profile profile, KeyId key, Achievement subject) {}

  /** Where badges come one by one, each batch would otherwise make the form of the one before. */
  private static Map<Made, Skeleton> latest() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Made, Skeleton> eldest) {
        return size() > SKELETONS;
      }
    };
  }

  /** In the order of the credentials. */
  List<Outcome> sign(List<Credential> credentials, Instant now) {
    Map<OrganisationId, Desk> desks =
        credentials.stream()
            .map(Credential::organisation)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), id -> desk(id, now)));
    Map<AchievementId, Achievement> subjects =
        achievements
            .get(credentials.stream().map(Credential::achievement).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Achievement::id, Function.identity()));
    Map<UUID, Details> special =
        details.find(credentials.stream().map(c -> c.id().value()).toList());
    var forms = new ConcurrentHashMap<Kind, Form>();
    var stream =
        credentials.size() < WORTH_ALL_CORES ? credentials.stream() : credentials.parallelStream();
    return stream
        .map(credential ->
            signed(
                credential,
                special.getOrDefault(credential.id().value(), Details.NONE),
                known(desks.get(credential.organisation()), credential),
                known(subjects.get(credential.achievement()), credential),
                forms))
        .toList();
  }

  private static <T> T known(@Nullable T found, Credential credential) {
    if (found == null) {
      throw new IllegalStateException("no issuer or achievement for " + credential.id());
    }
    return found;
  }

  private Outcome signed(
      Credential credential, Details more, Desk desk, Achievement subject, Map<Kind, Form> forms) {
    try {
      Form form =
          forms.computeIfAbsent(
              Kind.of(credential, more), kind -> form(desk, subject, credential, kind));
      Bytes signed = form.signer().sign(form.form().values(credential, more));
      return new Outcome.Signed(
          credential, desk.key().id(), PackedDocument.pack(form.frame(), signed));
    } catch (MalformedCredential e) {
      return new Outcome.Unsignable(credential, String.valueOf(e.getMessage()));
    }
  }

  private Desk desk(OrganisationId id, Instant now) {
    Organisation organisation = organisations.get(id);
    SigningKey key = keys.current(id);
    return new Desk(organisation, issuers.profile(organisation), key, key.sealAt(now));
  }

  private Form form(Desk desk, Achievement subject, Credential any, Kind kind) {
    var made = new Made(kind, desk.organisation(), desk.profile(), desk.key().id(), subject);
    Skeleton skeleton = skeletons.get(made);
    if (skeleton == null) {
      skeleton = skeleton(desk, subject, any, kind.shape());
      skeletons.put(made, skeleton);
    }
    TemplateSigner signer = desk.seal().signer(skeleton.form().template());
    return new Form(skeleton.form(), signer, skeleton.frame());
  }

  private Skeleton skeleton(Desk desk, Achievement subject, Credential any, Shape shape) {
    var model = documents.model(desk.organisation(), subject, any.design(), any.language());
    var form = CredentialForm.of(settings, desk.profile(), model, any, shape);
    return new Skeleton(form, DocumentFrame.of(Bytes.utf8(frame(form, desk.seal()))));
  }

  /** The document's text with marks; the proof has two values of its own. */
  private static String frame(CredentialForm form, Seal seal) {
    return Json.write(
        form.marked().with("proof", seal.proof(DocumentFrame.HOLE, DocumentFrame.HOLE)));
  }
}
