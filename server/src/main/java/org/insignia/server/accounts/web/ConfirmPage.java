package org.insignia.server.accounts.web;

import org.insignia.server.accounts.door.Problems;

/**
 * The page behind the link in a confirmation mail; nothing happens until the button is pressed.
 *
 * @param askPassword whether this is another browser than the one that signed up
 */
public record ConfirmPage(String address, String action, boolean askPassword, Problems problems) {}
