package org.insignia.server.sharing.share;

import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;

/**
 * What is written for the sharer, in their language; they change it as they like.
 *
 * @param subject of a mail
 * @param post one or two sentences, without the address
 * @param mail what comes before the address in a mail
 */
public record ShareWords(String subject, String post, String mail) {

  /** The words for this badge. */
  public static ShareWords of(SharedBadge badge, Texts texts, Language language) {
    return new ShareWords(
        texts.text(language, "share.words.subject", badge.name()),
        texts.text(language, "share.words.post", badge.name(), badge.issuer()),
        texts.text(language, "share.words.mail", badge.name(), badge.issuer()));
  }
}
