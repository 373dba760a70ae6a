package org.insignia.server.sharing.embed.web;

/**
 * A badge inside somebody else's page.
 *
 * @param url the badge's page
 * @param note when it was issued, or why it does not count
 * @param warning whether the note is such a why
 * @param opens says that the link opens a window of its own
 */
public record EmbedPage(
    String lang,
    String url,
    String picture,
    String sheet,
    String name,
    String issuer,
    String earner,
    String note,
    boolean warning,
    String opens) {}
