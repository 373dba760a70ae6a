package org.insignia.server.api.intake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.jobs.Sweep;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.secrets.Vault;
import org.insignia.server.results.ProviderId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places of an organisation to which providers send; each has a secret of its own. */
@Service
class IntakeHooks implements Sweep {
  static final int MOST = 20;
  private static final int BYTES = 32;
  private static final int AT_ONCE = 1000;

  private final IntakeHookStore store;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  IntakeHooks(IntakeHookStore store, Vault vault, Audit audit, Clock clock) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /** A place with its secret, which is shown this once. */
  record Made(IntakeHook hook, String secret) {
    @Override
    public String toString() {
      return "Made(" + hook.id() + ", …)";
    }
  }

  List<IntakeHook> of(Organisation organisation) {
    return store.of(organisation.id());
  }

  /**
   * @throws Problem.NotFound if there is none
   */
  IntakeHook required(UUID id) {
    return store.find(id).orElseThrow(() -> new Problem.NotFound("nothing is taken in here"));
  }

  /**
   * @throws Problem.Conflict where there are too many
   */
  @Transactional
  Made make(String actor, Organisation organisation, ProviderId provider) {
    if (store.of(organisation.id()).size() >= MOST) {
      throw new Problem.Conflict("an organisation has at most " + MOST + " of these");
    }
    var key = new byte[BYTES];
    random.nextBytes(key);
    var secret = MessageSignature.PREFIX + Base64.getEncoder().encodeToString(key);
    var id = Ids.next();
    var hook =
        new IntakeHook(
            id,
            organisation.id(),
            provider,
            vault.seal(secret, IntakeHook.owner(id)),
            clock.instant(),
            null);
    store.insert(hook);
    record(actor, hook, "api.intake-hook-make");
    return new Made(hook, secret);
  }

  @Transactional
  void delete(String actor, Organisation organisation, UUID id) {
    var hook = required(id);
    if (!hook.organisation().equals(organisation.id())) {
      throw new Problem.NotFound("no such place here");
    }
    store.delete(id);
    record(actor, hook, "api.intake-hook-delete");
  }

  /**
   * Lets pass only a message that is timely and signed by whoever has the secret.
   *
   * @throws Problem.Unauthenticated otherwise; it does not say what was wrong with which
   */
  void requireGenuine(IntakeHook hook, MessageSignature signature, byte[] body) {
    var secret = vault.open(hook.sealedSecret(), IntakeHook.owner(hook.id()));
    if (!signature.isTimely(clock.instant()) || !signature.isOf(body, secret)) {
      throw new Problem.Unauthenticated(
          "webhook-id, webhook-timestamp (within five minutes) and webhook-signature must be those of this body");
    }
  }

  private void record(String actor, IntakeHook hook, String action) {
    audit.record(
        actor,
        hook.organisation().value(),
        action,
        "intake-hook:" + hook.id(),
        hook.provider().value());
  }

  @Override
  public String name() {
    return "intake-messages";
  }

  /** A message that is older cannot come again: its time would not pass. */
  @Override
  public boolean piece(Instant now) {
    return store.removeOld(now.minus(MessageSignature.TOLERANCE.multipliedBy(288)), AT_ONCE)
        == AT_ONCE;
  }
}
