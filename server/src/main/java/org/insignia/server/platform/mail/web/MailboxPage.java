package org.insignia.server.platform.mail.web;

import java.time.Instant;
import java.util.List;

/**
 * Mails that went to the local sink, newest first.
 *
 * @param to only mails to addresses that contain this; empty for all
 * @param more how many there are beyond those shown
 */
public record MailboxPage(String to, List<Mail> mails, int more) {
  /**
   * One of them.
   *
   * @param id names it in the address of its HTML part
   */
  public record Mail(
      String id, String to, String subject, String text, Instant at, List<String> attachments) {
    public Mail {
      attachments = List.copyOf(attachments);
    }
  }
}
