package org.insignia.server.accounts.passkey.web;

import org.insignia.server.accounts.door.Problems;

/**
 * The page on which a passkey is made.
 *
 * @param name how it will be called, proposed or as typed
 */
public record NewPasskeyPage(String name, Problems problems) {}
