package org.insignia.server.journeys;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.server.platform.mail.MailSink;
import org.insignia.server.platform.testing.Mailbox;

/** Links in the mails of one mailbox, found in the text part as a person would. */
record Post(MailSink sink, String address) {

  String claimLink() {
    return link("claim");
  }

  String confirmLink() {
    return link("confirm");
  }

  String resetLink() {
    return link("reset");
  }

  String addedAddressLink() {
    return link("confirm-address");
  }

  String entryLink() {
    return link("enter");
  }

  /** The text of the mail that came last. */
  String newestText() {
    return new Mailbox(sink).newestTo(address).text();
  }

  String stopLink() {
    return link("reminders/stop");
  }

  String link(String kind) {
    var form = Pattern.compile("http://localhost:\\d+/" + kind + "/\\S+");
    var mail =
        new Mailbox(sink)
            .await(
                m -> m.to().equals(address) && form.matcher(m.text()).find(),
                kind + " for " + address);
    Matcher link = form.matcher(mail.text());
    if (!link.find()) {
      throw new AssertionError("no link in " + mail.text());
    }
    return link.group();
  }
}
