package org.insignia.openbadges.status;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * A status list as it is published: an unsigned BitstringStatusListCredential to be signed with
 * {@code proof}, or a received one whose proof somebody else has checked.
 *
 * @param id the URL where it is published
 * @param issuer id of the issuer
 * @param purposes one or more
 * @param ttl how long a copy may be kept; zero where it does not say
 */
public record StatusListCredential(
    String id,
    String issuer,
    Instant validFrom,
    Set<StatusPurpose> purposes,
    Duration ttl,
    BitstringStatusList list) {
  private static final String CREDENTIAL = "BitstringStatusListCredential";
  private static final String LIST = "BitstringStatusList";

  public StatusListCredential {
    purposes = Set.copyOf(purposes);
    if (purposes.isEmpty()) {
      throw new MalformedCredential("/credentialSubject/statusPurpose", "no purpose");
    }
  }

  /** A revocation or suspension list without a time to live. */
  public StatusListCredential(
      String id,
      String issuer,
      Instant validFrom,
      StatusPurpose purpose,
      BitstringStatusList list) {
    this(id, issuer, validFrom, Set.of(purpose), Duration.ZERO, list);
  }

  /** The unsigned document. */
  public JsonObject toJson() {
    List<String> words = new TreeSet<>(purposes).stream().map(StatusPurpose::text).toList();
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put("id", id + "#list");
    subject.put("type", LIST);
    subject.put("statusPurpose", words.size() == 1 ? words.getFirst() : words);
    subject.put("encodedList", list.encode());
    if (!ttl.isZero()) {
      subject.put("ttl", ttl.toMillis());
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("@context", List.of("https://www.w3.org/ns/credentials/v2"));
    members.put("id", id);
    members.put("type", List.of("VerifiableCredential", CREDENTIAL));
    members.put("issuer", issuer);
    members.put("validFrom", validFrom.toString());
    members.put("credentialSubject", subject);
    return (JsonObject) JsonValue.from(members);
  }

  /**
   * Reads the list, not the proof and not the validity period.
   *
   * @throws MalformedCredential where a type or member is missing or wrong, or the list is damaged
   *     or too long
   */
  public static StatusListCredential read(JsonObject credential) {
    if (!credential.list("type").contains(JsonValue.of(CREDENTIAL))) {
      throw new MalformedCredential("/type", "not a " + CREDENTIAL);
    }
    JsonObject subject = credential.object("credentialSubject");
    if (subject == null || !subject.list("type").contains(JsonValue.of(LIST))) {
      throw new MalformedCredential("/credentialSubject/type", "not a " + LIST);
    }
    StatusEntry.size(subject, "/credentialSubject/statusSize");
    String encoded = subject.string("encodedList");
    if (encoded == null) {
      throw new MalformedCredential("/credentialSubject/encodedList", "missing or no string");
    }
    String id = credential.string("id");
    return new StatusListCredential(
        id == null ? "" : id,
        issuer(credential),
        validFrom(credential),
        purposes(subject),
        ttl(subject),
        BitstringStatusList.decode(encoded, "/credentialSubject/encodedList"));
  }

  private static String issuer(JsonObject credential) {
    JsonObject object = credential.object("issuer");
    String id = object == null ? credential.string("issuer") : object.string("id");
    if (id == null) {
      throw new MalformedCredential("/issuer", "missing");
    }
    return id;
  }

  private static Instant validFrom(JsonObject credential) {
    String text = credential.string("validFrom");
    try {
      return text == null ? Instant.MIN : Instant.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new MalformedCredential("/validFrom", "not a date and time with offset");
    }
  }

  private static Set<StatusPurpose> purposes(JsonObject subject) {
    var purposes = new TreeSet<StatusPurpose>();
    for (JsonValue value : subject.list("statusPurpose")) {
      if (!(value instanceof JsonString word)) {
        throw new MalformedCredential("/credentialSubject/statusPurpose", "not a string");
      }
      purposes.add(StatusPurpose.of(word.value(), "/credentialSubject/statusPurpose"));
    }
    return purposes;
  }

  private static Duration ttl(JsonObject subject) {
    return switch (subject.get("ttl")) {
      case null -> Duration.ZERO;
      case JsonNumber n when n.doubleValue() >= 0 ->
          Duration.ofMillis((long) Math.min(n.doubleValue(), Duration.ofDays(366).toMillis()));
      default -> throw new MalformedCredential("/credentialSubject/ttl", "not a positive number");
    };
  }
}
