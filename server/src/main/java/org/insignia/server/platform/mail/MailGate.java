package org.insignia.server.platform.mail;

import java.util.UUID;

/** Port: what an organisation may send. A bean of the feature that knows organisations. */
public interface MailGate {
  /**
   * What holds for an organisation now.
   *
   * @param open whether anything may go out in its name
   * @param most how many letters a day
   */
  record Pass(boolean open, long most) {}

  Pass of(UUID organisation);
}
