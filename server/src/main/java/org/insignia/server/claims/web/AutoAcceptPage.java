package org.insignia.server.claims.web;

/**
 * Accepting without being asked.
 *
 * @param on whether it is on
 * @param shownPublicly how badges are shown that are accepted so
 * @param waiting how many badges wait
 * @param done text key of what was done just now; empty: nothing
 */
public record AutoAcceptPage(boolean on, boolean shownPublicly, int waiting, String done) {}
