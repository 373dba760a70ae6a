package org.insignia.server.organisations;

import java.util.UUID;
import org.insignia.server.platform.mail.MailGate;
import org.insignia.server.platform.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What goes out in the name of an organisation: nothing while it is suspended, and so many letters
 * a day. What waits goes on once it is open again or may send more.
 */
@Component
final class MailsOut implements MailGate, Usage {
  private final Suspensions suspensions;
  private final Allowances limits;
  private final Outbox outbox;

  MailsOut(Suspensions suspensions, Allowances limits, Outbox outbox) {
    this.suspensions = suspensions;
    this.limits = limits;
    this.outbox = outbox;
  }

  @Override
  public Pass of(UUID id) {
    var organisation = new OrganisationId(id);
    return new Pass(suspensions.of(organisation).isEmpty(), limits.of(organisation, Limit.MAILS));
  }

  @Override
  public Limit limit() {
    return Limit.MAILS;
  }

  @Override
  public long of(OrganisationId organisation) {
    return outbox.sentToday(organisation.value());
  }

  @EventListener
  void on(Suspensions.Reopened reopened) {
    outbox.release(reopened.organisation().value());
  }

  @EventListener
  void on(Allowances.Changed changed) {
    outbox.release(changed.organisation().value());
  }
}
