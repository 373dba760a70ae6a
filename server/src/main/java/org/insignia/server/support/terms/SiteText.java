package org.insignia.server.support.terms;

import gg.jte.Content;

/**
 * A text about the site as its page shows it.
 *
 * @param tag of the language it is written in; empty where nobody said
 */
public record SiteText(String title, Content body, String tag) {}
