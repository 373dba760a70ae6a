package org.insignia.server.claims;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.insignia.server.accounts.SignUpConfirmed;
import org.insignia.server.claims.Claim.State;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.secrets.SecretLinks;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links in letters. Who holds one has read the mailbox it was sent to: enough to see the badge, to
 * decline it, and to say that it shall be accepted once an account with that very address is
 * confirmed. It is not enough to own it.
 */
@Service
public class ClaimLinks {
  private final ClaimLinkStore links;
  private final ClaimStore claims;
  private final Claims accepting;
  private final SecretLinks secrets;
  private final Audit audit;
  private final Clock clock;

  ClaimLinks(
      ClaimLinkStore links,
      ClaimStore claims,
      Claims accepting,
      SecretLinks secrets,
      Audit audit,
      Clock clock) {
    this.links = links;
    this.claims = claims;
    this.accepting = accepting;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /** A fresh link to the claim page of this badge. */
  public URI fresh(CredentialId credential) {
    return secrets.fresh("/claim/", token -> links.insert(token.hash(), credential));
  }

  /** What a link is about, without any effect. */
  public Optional<Claim> find(SecretToken token) {
    return links.find(token.hash()).flatMap(claims::find);
  }

  /**
   * Notes that the badge shall be accepted when an account with its mailbox is confirmed.
   *
   * @return to be given to the sign-up as its intent
   */
  @Transactional
  public UUID intend(Claim claim, Visibility visibility) {
    var id = Ids.next();
    links.insertIntent(
        id, new ClaimLinkStore.Intent(claim.credential(), visibility), clock.instant());
    return id;
  }

  /** Declines without an account. */
  @Transactional
  public void reject(Claim claim) {
    move(claim, State.PENDING, State.REJECTED, "claims.reject");
  }

  /** Makes a declined badge wait again, without an account. */
  @Transactional
  public void takeBack(Claim claim) {
    move(claim, State.REJECTED, State.PENDING, "claims.take-back");
  }

  private void move(Claim claim, State from, State to, String action) {
    if (claims.move(claim.credential(), from, to, clock.instant())) {
      audit.record("claim-link", null, action, "credential:" + claim.credential().value(), "");
    }
  }

  /**
   * Accepts what was decided on the claim page, if it still waits and was sent to the very address
   * now confirmed.
   */
  @EventListener
  void confirmed(SignUpConfirmed event) {
    if (event.intent() == null) {
      return;
    }
    links
        .takeIntent(event.intent())
        .filter(intent ->
            claims
                .find(intent.credential())
                .filter(c -> c.state() == State.PENDING && c.recipient().equals(event.address()))
                .isPresent())
        .ifPresent(
            intent -> accepting.accept(event.person(), intent.credential(), intent.visibility()));
  }
}
