package org.insignia.server.claims.web;

import org.jspecify.annotations.Nullable;

/**
 * The badge, who sent it, one button.
 *
 * @param base path that the page's forms lead to, without a slash at the end
 * @param visitor what the person in front of the page can do
 * @param address the mailbox the badge was sent to
 * @param me the name of the account that is signed in, if one is
 */
public record ClaimPage(
    BadgeView badge, String base, Visitor visitor, String address, @Nullable String me) {
  /** Who stands in front of the page. */
  public enum Visitor {
    /** Nobody is signed in, and the mailbox has no account: accepting leads to the sign-up. */
    NEW,
    /** Nobody is signed in, and the mailbox has an account: accepting leads to the sign-in. */
    KNOWN,
    /** Signed in, and the mailbox is theirs. */
    EARNER,
    /** Signed in, but the mailbox is not proven to be theirs. */
    OTHER,
    /** The badge was declined with this link or account; it can be taken back. */
    DECLINED
  }
}
