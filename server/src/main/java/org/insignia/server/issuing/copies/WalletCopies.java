package org.insignia.server.issuing.copies;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.status.StatusEntry;
import org.insignia.openbadges.status.StatusPurpose;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.issuing.copies.WalletCopy.Form;
import org.insignia.server.issuing.copies.WalletCopy.Told;
import org.insignia.server.issuing.copies.WalletCopyStore.Intent;
import org.insignia.server.issuing.copies.WalletCopyStore.Standing;
import org.insignia.server.issuing.status.StatusIndexes;
import org.insignia.server.issuing.status.StatusLists;
import org.insignia.server.issuing.status.StatusPosition;
import org.insignia.server.keys.SigningKey;
import org.insignia.server.keys.SigningKeys;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives badges to wallets. A copy says what the badge says, about the wallet's key; it has its own
 * id and its own position in a status list, where its badge's state decides. It is decided and
 * stored before it is signed, and stored again before it is sent: whoever asks again with the same
 * key gets the same copy.
 */
@Component
public class WalletCopies {
  private static final int LISTED = 200;

  private final WalletCopyStore store;
  private final Credentials credentials;
  private final StatusIndexes indexes;
  private final StatusLists lists;
  private final SigningKeys keys;
  private final Settings settings;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  WalletCopies(
      WalletCopyStore store,
      Credentials credentials,
      StatusIndexes indexes,
      StatusLists lists,
      SigningKeys keys,
      Settings settings,
      Audit audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.credentials = credentials;
    this.indexes = indexes;
    this.lists = lists;
    this.keys = keys;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * A copy as it goes to the wallet.
   *
   * @param document JSON, or a compact JWT, as the form says
   */
  public record Sent(UUID id, Form form, String document) {}

  /**
   * The copy of a badge for a wallet; whether it is the person's to give is decided by the caller.
   *
   * @param holder the DID of the wallet's key
   * @throws Problem.Conflict where the badge is not in force
   */
  public Sent send(PersonId person, CredentialId badge, String holder, Form form) {
    Credential credential =
        credentials.find(badge).orElseThrow(() -> new Problem.NotFound("badge " + badge.value()));
    if (credential.state() != Credential.State.ISSUED) {
      throw new Problem.Conflict("this badge is out of force: " + credential.state());
    }
    Standing standing = standing(person, credential, holder, form);
    Bytes document = standing.document();
    if (document == null) {
      document = signed(credential, standing, holder, form);
    }
    return new Sent(standing.id(), form, document.utf8());
  }

  private Standing standing(PersonId person, Credential credential, String holder, Form form) {
    return store
        .standing(credential.id(), holder, form)
        .orElseGet(() -> {
          intend(new Intent(Ids.next(), credential.id(), person, holder, form), credential);
          return store.standing(credential.id(), holder, form).orElseThrow();
        });
  }

  private void intend(Intent intent, Credential credential) {
    try {
      transaction.executeWithoutResult(status -> {
        StatusPosition position = indexes.take(credential.organisation(), 1).getFirst();
        var key = keys.current(credential.organisation()).id();
        store.insert(intent, position, key, clock.instant());
        audit.record(
            "person:" + intent.person(),
            credential.organisation().value(),
            "issuing.wallet-copy",
            "credential:" + credential.id().value(),
            "copy " + intent.id() + ", " + intent.form().word());
      });
    } catch (DuplicateKeyException e) {
      // The same wallet asked twice at once: both get the one that was first.
      if (store.standing(credential.id(), intent.holder(), intent.form()).isEmpty()) {
        throw e;
      }
    }
  }

  private Bytes signed(Credential credential, Standing standing, String holder, Form form) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    SigningKey key = keys.current(credential.organisation());
    JsonObject content = content(credential, standing, holder);
    String text =
        switch (form) {
          case LDP_VC -> Json.write(key.sealAt(now).sign(content));
          case JWT_VC_JSON -> key.jwt(content);
        };
    Bytes document = Bytes.utf8(text);
    if (store.sign(standing.id(), key.id(), document)) {
      return document;
    }
    return store
        .standing(credential.id(), holder, form)
        .map(Standing::document)
        .orElseThrow(() -> new Problem.Conflict("this copy was taken back meanwhile"));
  }

  private JsonObject content(Credential credential, Standing standing, String holder) {
    Bytes badge = credentials.document(credential.id()).orElseThrow();
    JsonObject document = Json.parseObject(badge).without("proof");
    JsonObject subject = document.object("credentialSubject");
    if (subject == null) {
      throw new IllegalStateException("badge " + credential.id().value() + " is about nobody");
    }
    UUID list = standing.position().list();
    StatusEntry status =
        new StatusEntry(
                StatusLists.url(settings, list, StatusPurpose.SUSPENSION),
                standing.position().index(),
                StatusPurpose.SUSPENSION)
            .referringTo(StatusLists.url(settings, list, StatusPurpose.REVOCATION));
    return document
        .with("id", JsonValue.of("urn:uuid:" + standing.id()))
        .with("credentialSubject", subject.with("id", JsonValue.of(holder)))
        .with("credentialStatus", status.toJson());
  }

  /** What a person has in wallets, the latest first, withdrawn ones included. */
  public List<WalletCopy> of(PersonId person) {
    return store.of(person, LISTED);
  }

  /** Copies of one badge. */
  public List<WalletCopy> of(PersonId person, CredentialId badge) {
    return store.of(person, badge);
  }

  /**
   * Takes a copy back for good: verifiers see it as revoked. The badge stays as it is.
   *
   * @throws Problem.NotFound if the person has none of this id
   */
  @Transactional
  public void withdraw(PersonId person, UUID copy) {
    store
        .withdraw(person, copy, clock.instant())
        .ifPresentOrElse(
            list -> {
              lists.changed(List.of(list));
              audit.record(
                  "person:" + person, null, "issuing.wallet-withdraw", "wallet-copy:" + copy, "");
            },
            () -> {
              if (of(person).stream().noneMatch(c -> c.id().equals(copy))) {
                throw new Problem.NotFound("wallet copy " + copy);
              }
            });
  }

  /**
   * Keeps what a wallet says of copies that it got together; false where the person has not all of
   * them, and then nothing is kept.
   */
  public boolean tell(PersonId person, List<UUID> together, Told told) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var now = clock.instant();
          boolean all = together.stream().allMatch(copy -> store.tell(copy, person, told, now));
          if (!all) {
            status.setRollbackOnly();
          }
          return all;
        }));
  }
}
