package org.insignia.server.sharing.embed;

import java.util.UUID;

/**
 * What an owner pastes into a page, a text or a mail. None of them sets a cookie or asks a third
 * party for anything; all but the first work without scripts.
 *
 * @param home the address of this site, without a slash at its end
 * @param id the badge
 * @param name of the badge, in the owner's language
 * @param issuer who issued it
 */
public record Snippets(String home, UUID id, String name, String issuer) {

  /** The badge's page. */
  private String url() {
    return home + "/badges/" + id;
  }

  private String picture(int size) {
    return url() + "/picture.png?size=" + size;
  }

  private String label() {
    return Markup.html(name + " · " + issuer);
  }

  /** A place and a script that puts a frame into it; one script is enough for all places. */
  public String script() {
    return """
    <div data-iframe-width="%d" data-iframe-height="%d" data-share-badge-id="%s" data-share-badge-host="%s"></div>
    <script async src="%s/assets/utilities/embed.js"></script>\
    """
        .formatted(EmbedSize.USUAL.width(), EmbedSize.USUAL.height(), id, home, home);
  }

  /** The frame by itself. */
  public String frame() {
    return frame(EmbedSize.USUAL);
  }

  /** The frame in a size. */
  public String frame(EmbedSize size) {
    return """
    <iframe src="%s/embedded_badge/%s" width="%d" height="%d" title="%s" style="border:0" loading="lazy"></iframe>\
    """
        .formatted(home, id, size.width(), size.height(), label());
  }

  /** A picture that is a link. */
  public String html() {
    return """
    <a href="%s"><img src="%s" alt="%s" width="150" height="150"></a>\
    """
        .formatted(url(), picture(400), label());
  }

  /** The same in Markdown. */
  public String markdown() {
    return "[![%s](%s)](%s)".formatted(Markup.markdown(name + " · " + issuer), picture(192), url());
  }

  /**
   * A table with sizes in attributes and styles in elements: what mail programs leave of HTML. The
   * picture has twice the pixels it is shown in.
   */
  public String signature() {
    return """
    <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;">
    <tr>
    <td width="84" valign="middle" style="padding:0 12px 0 0;vertical-align:middle;"><a href="%1$s"><img src="%2$s" width="72" height="72" alt="%3$s" border="0" style="display:block;width:72px;height:72px;border:0;"></a></td>
    <td valign="middle" style="vertical-align:middle;font-family:Arial,Helvetica,sans-serif;font-size:13px;line-height:18px;color:#333333;"><a href="%1$s" style="color:#1f4f82;font-weight:bold;text-decoration:none;">%4$s</a><br>%5$s</td>
    </tr>
    </table>\
    """
        .formatted(url(), picture(192), label(), Markup.html(name), Markup.html(issuer));
  }

  /** The card, which brings all its words along in one picture. */
  public String card(String language) {
    return """
    <a href="%s"><img src="%s/card.svg?lang=%s" alt="%s" width="520" height="180"></a>\
    """
        .formatted(url(), url(), language, label());
  }
}
