package org.insignia.server.api.host;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.Ownership;
import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.springframework.stereotype.Component;

/**
 * What a person has, to be read by programs that they allowed to: badges of this server that they
 * accepted, whoever may see them, and those of elsewhere. A badge that was replaced is told by the
 * one in its place; a revoked one says so by its status.
 */
@Component
class HeldBadges {
  private final Ownership ownership;
  private final Credentials credentials;
  private final ForeignBadges foreign;

  HeldBadges(Ownership ownership, Credentials credentials, ForeignBadges foreign) {
    this.ownership = ownership;
    this.credentials = credentials;
    this.foreign = foreign;
  }

  /** All of them, latest first. */
  List<HeldBadge> of(PersonId person) {
    var held = new ArrayList<>(issuedHere(person));
    foreign.of(person).forEach(badge -> fromElsewhere(person, badge).ifPresent(held::add));
    held.sort(Comparator.comparing(HeldBadge::from).thenComparing(HeldBadge::id).reversed());
    return held;
  }

  /** Learner records of elsewhere, in no order. */
  List<HeldBadge> records(PersonId person) {
    return foreign.of(person).stream()
        .flatMap(badge -> fromElsewhere(person, badge).stream())
        .filter(HeldBadge::isRecord)
        .toList();
  }

  /** Those that were issued here, in no order. */
  List<HeldBadge> issuedHere(PersonId person) {
    var ids = ownership.accepted(person).stream().map(Ownership.Accepted::credential).toList();
    return credentials.find(ids).stream()
        .filter(c -> c.state() != Credential.State.REPLACED)
        .flatMap(c -> issuedHere(c).stream())
        .toList();
  }

  private Optional<HeldBadge> issuedHere(Credential credential) {
    return credentials
        .document(credential.id())
        .map(bytes -> {
          var text = new String(bytes.view(), StandardCharsets.UTF_8);
          var json = Json.parseObject(bytes);
          return new HeldBadge(
              credential.id().value(),
              HeldBadge.Form.CREDENTIAL,
              text,
              issuer(json),
              name(json),
              credential.earnedAt(),
              false);
        });
  }

  /** The badge from elsewhere in the form in which it was handed in, unless that was a picture. */
  Optional<HeldBadge> fromElsewhere(PersonId person, ForeignBadge badge) {
    return foreign
        .original(person, badge.id())
        .flatMap(original ->
            original.type().equals("json") || original.type().equals("jwt")
                ? Optional.of(new String(original.bytes().view(), StandardCharsets.UTF_8))
                : foreign.document(badge.id()))
        .flatMap(text -> read(badge, text));
  }

  private static Optional<HeldBadge> read(ForeignBadge badge, String text) {
    try {
      var written = Written.read(text);
      var form =
          written.isAssertion()
              ? written.isJws() ? HeldBadge.Form.ASSERTION_JWS : HeldBadge.Form.ASSERTION
              : written.isJws() ? HeldBadge.Form.CREDENTIAL_JWS : HeldBadge.Form.CREDENTIAL;
      return Optional.of(
          new HeldBadge(
              badge.id(),
              form,
              written.isJws() ? text.strip() : text,
              badge.issuerId(),
              name(written.credential()),
              badge.shownDate(),
              written.isRecord()));
    } catch (MalformedCredential unreadable) {
      return Optional.empty(); // kept in a form that has no JSON of its own
    }
  }

  private static String issuer(JsonObject credential) {
    return credential.get("issuer") instanceof JsonObject object
        ? plain(object.string("id"))
        : plain(credential.string("issuer"));
  }

  private static String name(JsonObject credential) {
    return plain(credential.string("id"));
  }

  /** After percent-decoding and trimming, as the specification compares. */
  private static String plain(@org.jspecify.annotations.Nullable String id) {
    if (id == null) {
      return "";
    }
    try {
      return URLDecoder.decode(id.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return id.strip();
    }
  }
}
