package org.insignia.server.transcripts.copy.web;

import java.util.List;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.Delivery;
import org.insignia.server.transcripts.copy.Copy;
import org.insignia.server.transcripts.share.web.Choice;

/**
 * The form of a copy, and those of late.
 *
 * @param to as typed
 * @param chosen whether only ticked items are sent
 * @param hasAddress whether the earner told a postal address
 * @param done whether one was just sent
 */
public record CopyPage(
    String to,
    Language language,
    boolean withAddress,
    boolean chosen,
    List<Choice> choices,
    boolean hasAddress,
    List<Line> latest,
    boolean done,
    Problems problems) {
  /** One of late. */
  public record Line(Copy copy, Delivery.State state) {}

  public CopyPage {
    choices = List.copyOf(choices);
    latest = List.copyOf(latest);
  }
}
