package org.insignia.server.sharing.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.export.Portable;
import org.insignia.server.accounts.profile.Photos;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.claims.Claim;
import org.insignia.server.claims.Claims;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialImages;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.evidence.OwnEvidences;
import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Everything about a person as one ZIP: the account, the profile, each badge as it was signed and
 * baked, what the person made of them, the transcript with every sitting, and badges of elsewhere
 * as they were brought. Passwords, keys and sessions are no part of it.
 */
@Component
public class Export {
  private final Profiles profiles;
  private final Photos photos;
  private final Addresses addresses;
  private final Claims claims;
  private final Credentials credentials;
  private final CredentialImages images;
  private final Achievements achievements;
  private final Organisations organisations;
  private final ForeignBadges foreign;
  private final BadgeCollections collections;
  private final OwnEvidences evidences;
  private final EarnedFiles earned;
  private final ObjectProvider<Portable> portables;
  private final Texts texts;
  private final Settings settings;
  private final Audit audit;
  private final Clock clock;

  Export(
      Profiles profiles,
      Photos photos,
      Addresses addresses,
      Claims claims,
      Credentials credentials,
      CredentialImages images,
      Achievements achievements,
      Organisations organisations,
      ForeignBadges foreign,
      BadgeCollections collections,
      OwnEvidences evidences,
      EarnedFiles earned,
      ObjectProvider<Portable> portables,
      Texts texts,
      Settings settings,
      Audit audit,
      Clock clock) {
    this.profiles = profiles;
    this.photos = photos;
    this.addresses = addresses;
    this.claims = claims;
    this.credentials = credentials;
    this.images = images;
    this.achievements = achievements;
    this.organisations = organisations;
    this.foreign = foreign;
    this.collections = collections;
    this.evidences = evidences;
    this.earned = earned;
    this.portables = portables;
    this.texts = texts;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Writes all of it, file by file, and closes the stream. */
  public void write(PersonId person, Language language, OutputStream out) throws IOException {
    audit.record("person:" + person, null, "export.taken", "person:" + person, "");
    var now = clock.instant();
    try (var archive = new Archive(out, now)) {
      archive.add(
          "README.txt",
          texts.text(
                  language,
                  "export.readme",
                  settings.baseUrl().toString(),
                  texts.time(language, now))
              + "\n");
      archive.addJson("account.json", account(person));
      var photo = photos.find(person);
      if (photo.isPresent()) {
        var jpeg = new ByteArrayOutputStream();
        photo.get().jpeg().writeTo(jpeg);
        archive.add("photo.jpg", Bytes.wrap(jpeg.toByteArray()));
      }
      badges(person, language, archive);
      earned.addTo(archive, person, language);
      archive.addJson("collections.json", collections(person));
      archive.addJson("evidence.json", evidence(person));
      for (var portable : portables.orderedStream().toList()) {
        var content = portable.json(person);
        if (content.isPresent()) {
          archive.addJson(portable.file(), content.get());
        }
      }
      for (var badge : foreign.of(person)) {
        imported(person, badge, archive);
      }
    }
  }

  private Map<String, Object> account(PersonId person) {
    var profile = profiles.of(person);
    var json = new LinkedHashMap<String, Object>();
    json.put("id", person.value().toString());
    json.put("name", profile.person().name());
    json.put("profile", settings.url(profile.path()).toString());
    json.put("language", profile.person().language().tag());
    json.put("since", profile.person().since().toString());
    json.put("headline", profile.headline());
    json.put("links", profile.links().stream().map(l -> l.url().toString()).toList());
    json.put("visibility", profile.visibility().name().toLowerCase(java.util.Locale.ROOT));
    json.put("listed", profile.listed());
    json.put(
        "addresses",
        addresses.of(person).stream()
            .map(a ->
                Map.of("address", a.address().value(), "main", a.main(), "confirmed", a.verified()))
            .toList());
    return json;
  }

  private void badges(PersonId person, Language language, Archive archive) throws IOException {
    var all =
        Stream.of(claims.held(person), claims.waitingFor(person), claims.rejectedBy(person))
            .flatMap(List::stream)
            .toList();
    var list = new ArrayList<Map<String, Object>>();
    for (var claim : all) {
      var credential = credentials.find(claim.credential());
      if (credential.isPresent()) {
        var name = achievements.get(credential.get().achievement()).words(language).name();
        var folder = "badges/" + Archive.folder(name, claim.credential().value().toString()) + "/";
        list.add(line(claim, credential.get(), name, folder));
        badge(credential.get(), folder, archive);
      }
    }
    archive.addJson("badges.json", list);
  }

  private Map<String, Object> line(Claim claim, Credential credential, String name, String folder) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", settings.url(credential.path()).toString());
    json.put("folder", folder);
    json.put("name", name);
    json.put("issuer", organisations.get(credential.organisation()).name());
    json.put("recipient", credential.recipient().value());
    json.put("recipientName", credential.recipientName());
    json.put("earnedAt", credential.earnedAt().toString());
    json.put("validUntil", text(credential.validUntil()));
    json.put("state", credential.state().name().toLowerCase(java.util.Locale.ROOT));
    json.put("reason", credential.stateReason());
    json.put("claim", claim.state().name().toLowerCase(java.util.Locale.ROOT));
    json.put("decidedAt", text(claim.decidedAt()));
    json.put("public", claim.isPublic());
    return json;
  }

  private void badge(Credential credential, String folder, Archive archive) throws IOException {
    var document = credentials.document(credential.id());
    if (document.isPresent()) {
      archive.add(folder + "credential.json", document.get());
    }
    var png = images.bakedPng(credential.id());
    if (png.isPresent()) {
      archive.add(folder + "badge.png", png.get());
    }
    var svg = images.bakedSvg(credential.id());
    if (svg.isPresent()) {
      archive.add(folder + "badge.svg", svg.get());
    }
  }

  private List<Map<String, Object>> collections(PersonId person) {
    return collections.of(person).stream()
        .map(c -> {
          var json = new LinkedHashMap<String, Object>();
          json.put("page", settings.url(c.path()).toString());
          json.put("name", c.name());
          json.put("description", c.description());
          json.put("public", c.isPublic());
          json.put("badges", c.badges().stream().map(Object::toString).toList());
          return (Map<String, Object>) json;
        })
        .toList();
  }

  private List<Map<String, Object>> evidence(PersonId person) {
    return evidences.of(person).stream()
        .map(e -> {
          var json = new LinkedHashMap<String, Object>();
          json.put("badge", settings.url("/badges/" + e.badge().value()).toString());
          json.put("title", e.title());
          json.put("text", e.text());
          json.put("url", e.url().isEmpty() ? null : e.url());
          return (Map<String, Object>) json;
        })
        .toList();
  }

  private void imported(PersonId person, ForeignBadge badge, Archive archive) throws IOException {
    var folder = "imported/" + Archive.folder(badge.name(), badge.id().toString()) + "/";
    var json = new LinkedHashMap<String, Object>();
    json.put("page", settings.url(badge.path()).toString());
    json.put("name", badge.name());
    json.put("issuer", badge.issuer());
    json.put("issuerId", badge.issuerId());
    json.put("source", badge.source());
    json.put("importedAt", badge.importedAt().toString());
    json.put("verdict", badge.report().verdict().text());
    json.put("checkedAt", badge.checkedAt().toString());
    json.put("confirmed", badge.confirmed());
    json.put("public", badge.isPublic());
    archive.addJson(folder + "findings.json", json);
    var original = foreign.original(person, badge.id());
    if (original.isPresent()) {
      archive.add(folder + "original." + original.get().ending(), original.get().bytes());
    }
    var document = foreign.document(badge.id());
    if (document.isPresent()) {
      var ending = document.get().startsWith("{") ? "json" : "jwt";
      archive.add(folder + "credential." + ending, document.get());
    }
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
