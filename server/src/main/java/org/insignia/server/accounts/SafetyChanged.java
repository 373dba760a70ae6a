package org.insignia.server.accounts;

import java.util.List;
import org.insignia.server.platform.mail.EmailAddress;

/**
 * Something about the ways into an account is new; its person is told by mail. Published inside the
 * transaction that writes it.
 *
 * @param detail what it is about, as its person knows it: an address, a passkey's name; empty where
 *     the change says all
 * @param also further mailboxes that are told, beside the main one
 */
public record SafetyChanged(PersonId person, What what, String detail, List<EmailAddress> also) {

  /** What is new. */
  public enum What {
    PASSWORD_CHANGED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    CODES_ON,
    CODES_OFF,
    RECOVERY_CODE_USED,
    ADDRESS_ADDED,
    ADDRESS_REMOVED,
    MAIN_ADDRESS,
    PROVIDER_LINKED,
    PROVIDER_REMOVED,
    MERGED,
    MERGE_UNDONE,
    ERASED
  }

  public SafetyChanged {
    also = List.copyOf(also);
  }

  /** Told to the main mailbox alone. */
  public SafetyChanged(PersonId person, What what, String detail) {
    this(person, what, detail, List.of());
  }
}
