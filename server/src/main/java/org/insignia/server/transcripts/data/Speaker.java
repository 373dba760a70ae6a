package org.insignia.server.transcripts.data;

import java.util.Optional;
import java.util.function.Function;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.model.Credential;
import org.insignia.openbadges.model.Profile;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.keys.Seal;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.transcripts.record.TranscriptItem;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that says what it knows of somebody, at one moment and in one language.
 *
 * @param page address of its page
 * @param documents its badges as they were signed
 */
record Speaker(
    Organisation organisation,
    Profile issuer,
    CatalogVersion catalog,
    String page,
    Seal seal,
    Texts texts,
    Language language,
    Function<CredentialId, Optional<Bytes>> documents) {

  boolean speaksOf(TranscriptItem item) {
    return item.organisation().equals(organisation.id());
  }

  JsonObject sign(Credential credential) {
    return seal.sign(credential.toJson());
  }

  @Nullable JsonObject document(CredentialId badge) {
    return documents.apply(badge).map(Json::parseObject).orElse(null);
  }

  String text(String key, Object... args) {
    return texts.text(language, key, args);
  }
}
