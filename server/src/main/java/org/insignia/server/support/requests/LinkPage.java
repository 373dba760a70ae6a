package org.insignia.server.support.requests;

/**
 * What there is to say of the link in a letter: that it is on its way, or that it opens nothing.
 *
 * @param address where the letter went; empty where it is not known
 */
public record LinkPage(String address) {}
