package org.insignia.server.claims.entry;

import org.insignia.server.accounts.door.Problems;

/**
 * The page behind a link.
 *
 * @param known whether there is an account; else a name is asked for
 */
public record EnterPage(
    String address, boolean known, String name, String action, Problems problems) {}
