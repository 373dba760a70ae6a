package org.insignia.server.support.requests;

import java.util.List;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.support.missing.Choice;

/**
 * The form to ask for support.
 *
 * @param org slug of who is asked; empty: the operator
 * @param about uid of what a badge is missing for; empty: nothing
 * @param title what that is called
 * @param findings what the check found, in words; goes along
 * @param guest whether who asks has to say who they are
 * @param reply the mailbox to which an answer goes; empty where it is still to be told
 */
public record RequestFormPage(
    List<Choice> organisations,
    String org,
    String topic,
    String subject,
    String words,
    String about,
    String title,
    List<String> findings,
    boolean guest,
    String name,
    String address,
    String reply,
    Problems problems) {
  public RequestFormPage {
    organisations = List.copyOf(organisations);
    findings = List.copyOf(findings);
  }

  /** What it can be about, as keys. */
  public List<Topic> topics() {
    return List.of(Topic.values());
  }
}
