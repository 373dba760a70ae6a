package org.insignia.server.api.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.tokens.ProgramTokens;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clients of organisations, and who shows to be which client. */
@Service
public class OAuthClients {
  /** How many an organisation may have. */
  public static final int MOST = 50;

  /** Before the secret, so that whoever finds one, a scanner of code above all, knows it. */
  public static final String PREFIX = "insignia_cs_";

  private final OAuthClientStore store;
  private final AccessTokenStore accessTokens;
  private final Members members;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OAuthClients(
      OAuthClientStore store,
      AccessTokenStore accessTokens,
      Members members,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.accessTokens = accessTokens;
    this.members = members;
    this.audit = audit;
    this.clock = clock;
  }

  /** A client with its secret, which nobody will see again. */
  public record Made(OAuthClient client, String secret) {
    @Override
    public String toString() {
      return "Made(" + client + ", …)";
    }
  }

  /** All of an organisation, the newest first. */
  public List<OAuthClient> of(OrganisationId organisation) {
    return store.of(organisation);
  }

  /**
   * @param name 1 to 100 characters
   * @param scopes at least one, and none beyond what the role of its maker opens
   * @throws Problem.Conflict where there are too many
   */
  @Transactional
  public Made make(PersonId maker, Organisation organisation, String name, Set<Scope> scopes) {
    ProgramTokens.requireGivenByPrograms(scopes);
    scopes.forEach(s -> members.require(maker.value(), organisation.id(), s.role()));
    if (store.of(organisation.id()).size() >= MOST) {
      throw new Problem.Conflict("an organisation has at most " + MOST + " clients");
    }
    var secret = SecretToken.fresh(random);
    var client =
        new OAuthClient(
            Ids.next(),
            organisation.id(),
            name,
            false,
            scopes.stream().map(Scope::word).collect(Collectors.toSet()),
            List.of(),
            maker,
            clock.instant(),
            null);
    store.insert(client, secret.hash(), null);
    record(maker, client, "api.client-make");
    return new Made(client, PREFIX + secret.text());
  }

  /**
   * Gives it another secret; the old one, and all access tokens given for it, end at once.
   *
   * @throws Problem.NotFound if the organisation has no such client
   */
  @Transactional
  public Made renewSecret(PersonId by, Organisation organisation, UUID id) {
    var client = required(organisation, id);
    client.ofOrganisation().forEach(s -> members.require(by.value(), organisation.id(), s.role()));
    var secret = SecretToken.fresh(random);
    store.newSecret(id, secret.hash(), by);
    accessTokens.deleteOf(id);
    record(by, client, "api.client-renew");
    return new Made(client, PREFIX + secret.text());
  }

  /**
   * Gives it another name.
   *
   * @param name 1 to 100 characters
   * @throws Problem.NotFound if the organisation has no such client
   */
  @Transactional
  public OAuthClient rename(PersonId by, Organisation organisation, UUID id, String name) {
    var client = required(organisation, id);
    if (!client.name().equals(name)) {
      store.rename(id, name);
      record(by, client, "api.client-rename");
    }
    return required(organisation, id);
  }

  /**
   * Removes it; its access tokens open nothing from that moment.
   *
   * @throws Problem.NotFound if the organisation has no such client
   */
  @Transactional
  public void remove(PersonId by, Organisation organisation, UUID id) {
    var client = required(organisation, id);
    store.delete(id);
    record(by, client, "api.client-remove");
  }

  /**
   * Takes in a program that acts for people.
   *
   * @param isPublic whether it runs where no secret can be kept; then the answer's is empty
   * @param registration what it said of itself, as a JSON object
   */
  @Transactional
  public Made register(
      String name,
      boolean isPublic,
      Set<String> scopes,
      List<String> redirectUris,
      String registration) {
    var client =
        new OAuthClient(
            Ids.next(), null, name, isPublic, scopes, redirectUris, null, clock.instant(), null);
    var secret = SecretToken.fresh(random);
    store.insert(client, isPublic ? null : secret.hash(), registration);
    audit.record(
        "client:" + client.id(), null, "oauth.register", "client:" + client.id(), "by itself");
    return new Made(client, isPublic ? "" : PREFIX + secret.text());
  }

  /** A text that a program said of itself when it registered; empty where it did not. */
  public String said(UUID client, String member) {
    return store.said(client, member).orElse("");
  }

  /** Notes that it was used, to the minute. */
  public void used(UUID client) {
    store.used(client, clock.instant());
  }

  /** Removes programs that nobody has connected and that were last used before; how many. */
  @Transactional
  public int removeUnused(Instant before, int limit) {
    return store.deleteUnused(before, limit);
  }

  /** The client of this {@code client_id}. */
  public Optional<OAuthClient> find(String clientId) {
    return id(clientId).flatMap(store::find);
  }

  /**
   * The client that sent this request, shown by its secret; one without a secret by its name alone.
   *
   * @throws OAuthRefusal {@code invalid_client}: the same for an unknown one and a wrong secret
   */
  public OAuthClient proven(TokenRequest request) {
    var shown = request.credentials();
    var id = id(shown.clientId()).orElseThrow(() -> OAuthRefusal.client(shown.byHeader()));
    var kept = store.secretHash(id);
    boolean right = kept.map(hash -> isSame(hash, shown.secret())).orElse(shown.secret().isEmpty());
    return store
        .find(id)
        .filter(client -> right)
        .orElseThrow(() -> OAuthRefusal.client(shown.byHeader()));
  }

  private static boolean isSame(String hash, String secret) {
    return secret.startsWith(PREFIX)
        && SecretToken.parse(secret.substring(PREFIX.length()))
            .filter(token ->
                MessageDigest.isEqual(
                    token.hash().getBytes(StandardCharsets.US_ASCII),
                    hash.getBytes(StandardCharsets.US_ASCII)))
            .isPresent();
  }

  private static Optional<UUID> id(String clientId) {
    try {
      var id = UUID.fromString(clientId);
      return id.toString().equals(clientId) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private OAuthClient required(Organisation organisation, UUID id) {
    return store
        .locked(organisation.id(), id)
        .orElseThrow(() -> new Problem.NotFound("no such client here"));
  }

  private void record(PersonId by, OAuthClient client, String action) {
    audit.record(
        "person:" + by.value(),
        client.organisation() == null ? null : client.organisation().value(),
        action,
        "client:" + client.id(),
        client.name());
  }
}
