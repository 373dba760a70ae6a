package org.insignia.server.accounts.web;

/**
 * "We sent you a mail."
 *
 * @param address where to
 * @param key stem of the texts: {@code .title}, {@code .text}, {@code .else}
 * @param retry the form to go back to
 */
public record SentPage(String address, String key, String retry) {}
