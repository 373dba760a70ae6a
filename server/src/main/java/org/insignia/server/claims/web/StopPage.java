package org.insignia.server.claims.web;

/**
 * Ending reminders.
 *
 * @param base path of the form, without a slash at the end
 * @param stopped whether this mailbox gets none
 */
public record StopPage(String address, String base, boolean stopped) {}
