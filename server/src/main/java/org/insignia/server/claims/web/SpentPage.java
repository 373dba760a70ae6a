package org.insignia.server.claims.web;

/**
 * A claim link behind which nothing waits (any more).
 *
 * @param key stem of the texts: {@code .title}, {@code .text}
 */
public record SpentPage(String key) {}
