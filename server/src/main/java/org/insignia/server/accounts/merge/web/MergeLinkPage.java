package org.insignia.server.accounts.merge.web;

import org.insignia.server.accounts.door.Problems;

/**
 * The page behind the link in the mail to the other account; nothing happens until the button is
 * pressed.
 *
 * @param needsCode whether that account asks for codes: a mailbox alone does not open it
 */
public record MergeLinkPage(String address, String action, boolean needsCode, Problems problems) {}
