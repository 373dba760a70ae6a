package org.insignia.server.accounts.merge.web;

import org.insignia.server.accounts.door.Problems;

/**
 * Asks which other account it is, and to show that it is one's own.
 *
 * @param address as typed
 * @param sentTo where a mail went, empty if none was asked for
 */
public record MergePage(String address, String sentTo, Problems problems) {}
