package org.insignia.server.api.badges;

import java.util.EnumMap;
import java.util.Map;
import org.insignia.server.api.json.Body;
import org.insignia.server.issuing.hand.Column;

/** A badge that a program wants somebody to have, as its body says it. */
final class WishBody {
  /** Where each part stands in the body. */
  private static final Map<Column, String> POINTERS =
      Map.ofEntries(
          Map.entry(Column.BADGE, "/achievement"),
          Map.entry(Column.MAILBOX, "/recipient/email"),
          Map.entry(Column.NAME, "/recipient/name"),
          Map.entry(Column.GIVEN_NAME, "/recipient/givenName"),
          Map.entry(Column.FAMILY_NAME, "/recipient/familyName"),
          Map.entry(Column.LANGUAGE, "/recipient/language"),
          Map.entry(Column.EARNER_NUMBER, "/recipient/number"),
          Map.entry(Column.EARNED, "/earnedOn"),
          Map.entry(Column.EXPIRES, "/expiresOn"),
          Map.entry(Column.EVIDENCE_URL, "/evidence/url"),
          Map.entry(Column.EVIDENCE_TEXT, "/evidence/text"),
          Map.entry(Column.RESULT, "/result"),
          Map.entry(Column.REQUEST, "/reference"));

  /** Longer than anything that fits, so that whoever reads it says what does. */
  private static final int MOST = 10_000;

  private WishBody() {}

  static String pointer(Column column) {
    return POINTERS.getOrDefault(column, "");
  }

  static Map<Column, String> texts(Body body) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    texts.put(Column.BADGE, body.text("achievement", MOST));
    var recipient = body.part("recipient");
    texts.put(Column.MAILBOX, recipient.text("email", MOST));
    texts.put(Column.NAME, recipient.text("name", MOST));
    texts.put(Column.GIVEN_NAME, recipient.text("givenName", MOST));
    texts.put(Column.FAMILY_NAME, recipient.text("familyName", MOST));
    texts.put(Column.LANGUAGE, recipient.text("language", MOST));
    texts.put(Column.EARNER_NUMBER, recipient.text("number", MOST));
    texts.put(Column.EARNED, body.text("earnedOn", MOST));
    texts.put(Column.EXPIRES, body.text("expiresOn", MOST));
    var evidence = body.part("evidence");
    texts.put(Column.EVIDENCE_URL, evidence.text("url", MOST));
    texts.put(Column.EVIDENCE_TEXT, evidence.text("text", MOST));
    texts.put(Column.RESULT, body.text("result", MOST));
    texts.put(Column.REQUEST, body.text("reference", MOST));
    return texts;
  }
}
