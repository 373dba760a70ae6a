package org.insignia.server.verification.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.jspecify.annotations.Nullable;

/** Reads out of a credential what people want to know of it, of whatever standard it is. */
public final class BadgeReader {
  private static final int MOST = 20;
  private final DocumentLoader documents;
  private final Pictures pictures;

  /** Looks up the parts of hosted badges, and pictures, through this loader. */
  public BadgeReader(DocumentLoader documents) {
    this.documents = documents;
    this.pictures = new Pictures(documents);
  }

  /** What this credential says, confirmed or not. */
  public BadgeView read(JsonObject credential) {
    var subjects = objects(credential.list("credentialSubject"));
    var achievements = new ArrayList<JsonObject>();
    subjects.forEach(s -> achievements.addAll(objects(s.list("achievement"))));
    var badge = linked(credential.get("badge"));
    if (badge != null) {
      achievements.add(badge); // Open Badges 2.0
    }
    var names =
        achievements.stream()
            .map(a -> text(a.get("name")))
            .filter(n -> !n.isEmpty())
            .limit(MOST)
            .toList();
    var issuer = badge == null ? credential.get("issuer") : badge.get("issuer");
    var issuerObject = linked(issuer);
    return new BadgeView(
        names.isEmpty() ? text(credential.get("name")) : names.getFirst(),
        names,
        achievements.isEmpty() ? "" : text(achievements.getFirst().get("description")),
        issuerObject == null ? "" : text(issuerObject.get("name")),
        PlainText.of(id(issuer)),
        earners(subjects),
        date(credential, "awardedDate", "validFrom", "issuanceDate", "issuedOn"),
        date(credential, "validUntil", "expirationDate", "expires"),
        picture(achievements, credential));
  }

  private String picture(List<JsonObject> achievements, JsonObject credential) {
    for (var achievement : achievements) {
      var found = pictures.source(id(achievement.get("image")));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return pictures.source(id(credential.get("image")));
  }

  private static List<String> earners(List<JsonObject> subjects) {
    var names = new ArrayList<String>();
    for (var subject : subjects) {
      names.add(text(subject.get("name")));
      for (var identity : objects(subject.list("identifier"))) {
        if ("name".equals(identity.string("identityType"))
            && !(identity.get("hashed") instanceof JsonValue.JsonBoolean hashed
                && hashed.value())) {
          names.add(text(identity.get("identityHash")));
        }
      }
    }
    return names.stream().filter(n -> !n.isEmpty()).distinct().limit(MOST).toList();
  }

  /** The object itself, or what is found at its address. */
  private @Nullable JsonObject linked(@Nullable JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    if (value instanceof JsonString(String url) && url.startsWith("https://")) {
      try {
        return documents.load(new URI(url)) instanceof Loaded.Document document
                && Json.parse(document.body()) instanceof JsonObject object
            ? object
            : null;
      } catch (URISyntaxException | MalformedCredential e) {
        return null; // the report has said what is wrong with it
      }
    }
    return null;
  }

  private static List<JsonObject> objects(List<JsonValue> values) {
    return values.stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .limit(MOST)
        .toList();
  }

  private static String id(@Nullable JsonValue value) {
    return switch (value) {
      case JsonString s -> s.value();
      case JsonObject o -> o.string("id") == null ? "" : String.valueOf(o.string("id"));
      case null, default -> "";
    };
  }

  /** A text, or the first of a text in several languages. */
  private static String text(@Nullable JsonValue value) {
    return switch (value) {
      case JsonString s -> PlainText.of(s.value());
      case JsonObject o -> o.get("@value") instanceof JsonString s ? PlainText.of(s.value()) : "";
      case JsonValue.JsonArray a -> a.elements().isEmpty() ? "" : text(a.elements().getFirst());
      case null, default -> "";
    };
  }

  private static @Nullable Instant date(JsonObject credential, String... names) {
    for (var name : names) {
      var written = credential.string(name);
      if (written != null) {
        try {
          return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeParseException e) {
          return null; // not a date to show; the report says so
        }
      }
    }
    return null;
  }
}
