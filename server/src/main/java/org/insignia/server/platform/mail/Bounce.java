package org.insignia.server.platform.mail;

import java.time.Instant;

/**
 * A mailbox that mail does not reach, and why.
 *
 * @param code the enhanced status code of RFC 3463, for example 5.1.1; else the reply code, for
 *     example 550
 * @param reason the words of the mail server, in its language
 */
public record Bounce(EmailAddress address, String code, String reason, Source source, Instant at) {
  private static final int LONGEST = 500;

  public Bounce {
    reason = reason.replaceAll("\\p{Cntrl}+", " ").strip();
    reason = reason.substring(0, Math.min(LONGEST, reason.length()));
  }

  /** How it was learnt. */
  public enum Source {
    /** The mail server said so when the letter was handed over. */
    REPLY,
    /** A report came back later. */
    REPORT
  }

  /** What can be done about it. */
  public enum Remedy {
    /** There is no such mailbox or domain: ask for another address. */
    ADDRESS,
    /** The mailbox takes no more: the earner has to make room. */
    FULL,
    /** The mail was unwanted there: the operator has to see to the sender's standing. */
    SENDER,
    /** Something else: try again, then ask for another address. */
    OTHER
  }

  /** What the code says can be done (RFC 3463, classes of subject and detail). */
  public Remedy remedy() {
    if (code.matches("5\\.(1\\.[0-9]+|2\\.1|4\\.4)") || code.equals("550") || code.equals("553")) {
      return Remedy.ADDRESS;
    }
    if (code.equals("5.2.2") || code.equals("552")) {
      return Remedy.FULL;
    }
    return code.startsWith("5.7.") || code.equals("554") ? Remedy.SENDER : Remedy.OTHER;
  }
}
