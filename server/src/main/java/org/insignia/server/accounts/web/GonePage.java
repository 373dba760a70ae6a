package org.insignia.server.accounts.web;

/**
 * A link that no longer works, and what to do instead.
 *
 * @param key stem of the texts: {@code .title}, {@code .text}, {@code .button}
 * @param action where the button leads
 */
public record GonePage(String key, String action) {}
