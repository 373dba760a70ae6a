package org.insignia.server.api.oauth.consent;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insignia.server.api.oauth.OAuthClient;

/** What a program may do for a person who allowed it. Words of several standards mean the same. */
public enum PersonScope {
  OB3_READ("https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly", Meaning.READ),
  OB3_ADD("https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.upsert", Meaning.ADD),
  OB3_PROFILE_READ(
      "https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.readonly", Meaning.PROFILE_READ),
  OB3_PROFILE_WRITE(
      "https://purl.imsglobal.org/spec/ob/v3p0/scope/profile.update", Meaning.PROFILE_WRITE),
  CLR_READ(
      "https://purl.imsglobal.org/spec/clr/v2p0/scope/credential.readonly", Meaning.RECORD_READ),
  CLR_ADD("https://purl.imsglobal.org/spec/clr/v2p0/scope/credential.upsert", Meaning.ADD),
  BC_READ("https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly", Meaning.READ),
  BC_ADD("https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.create", Meaning.ADD),
  BC_PROFILE_READ(
      "https://purl.imsglobal.org/spec/ob/v2p1/scope/profile.readonly", Meaning.PROFILE_READ),
  BC_PROFILE_WRITE(
      "https://purl.imsglobal.org/spec/ob/v2p1/scope/profile.update", Meaning.PROFILE_WRITE),
  /** Of the own API; so all that begin like it. */
  ME_READ("me:read", Meaning.READ),
  ME_RECORD("me:transcript", Meaning.RECORD_READ),
  ME_WRITE("me:write", Meaning.DECIDE),
  ME_COLLECTIONS("me:collections", Meaning.COLLECT),
  ME_EXAMS("me:exams", Meaning.EXAMS),
  ME_SHARES("me:shares", Meaning.SHARE),
  ME_PROFILE("me:profile", Meaning.PRESENT, Meaning.POSTAL, Meaning.UNASKED),
  /** Of programs that were written to let people sign in with Credly, which know no scopes. */
  SELF("users:self", Meaning.SELF),
  ME_IMPORTS("me:imports", Meaning.IMPORT),
  ME_JOBS("me:jobs", Meaning.JOBS),
  ME_REQUESTS("me:requests", Meaning.ASK),
  ME_ACCOUNT("me:account", Meaning.GUARD),
  ME_WALLETS("me:wallets", Meaning.OFFER),
  /** Copies of badges are fetched, as OpenID4VCI has it. */
  WALLET("wallet", Meaning.WALLET),
  /** A refresh token is given as well. */
  OFFLINE("offline_access", Meaning.STAY);

  /** What it means to the person, as the end of a text key. */
  enum Meaning {
    READ,
    ADD,
    PROFILE_READ,
    PROFILE_WRITE,
    RECORD_READ,
    DECIDE,
    COLLECT,
    EXAMS,
    SHARE,
    PRESENT,
    POSTAL,
    UNASKED,
    SELF,
    IMPORT,
    JOBS,
    ASK,
    GUARD,
    OFFER,
    WALLET,
    STAY;

    String key() {
      return "api.consent.may." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final String word;
  private final List<Meaning> meanings;

  PersonScope(String word, Meaning... meanings) {
    this.word = word;
    this.meanings = List.of(meanings);
  }

  /** As it is written in a request. */
  public String word() {
    return word;
  }

  /** What all of these mean, each once, in the order in which it is said. */
  static List<Meaning> meanings(Collection<PersonScope> scopes) {
    return scopes.stream().flatMap(s -> s.meanings.stream()).distinct().sorted().toList();
  }

  /** Keys of the texts that say what it means to the person. */
  public List<String> textKeys() {
    return meanings.stream().map(Meaning::key).toList();
  }

  /** The scope of this word, if there is one. */
  public static Optional<PersonScope> of(String word) {
    return Stream.of(values()).filter(s -> s.word.equals(word)).findFirst();
  }

  /**
   * Whether a program that registered these words, and kept a secret, is of the kind that knows
   * neither scopes nor PKCE: it asks for this alone, and said so.
   */
  static boolean isForeign(OAuthClient client) {
    return !client.isPublic()
        && client.scopes().contains(SELF.word)
        && Set.of(SELF.word, OFFLINE.word).containsAll(client.scopes());
  }

  /** Those of these words that there are. */
  static Set<PersonScope> among(Collection<String> words) {
    var known = EnumSet.noneOf(PersonScope.class);
    words.forEach(word -> of(word).ifPresent(known::add));
    return known;
  }
}
