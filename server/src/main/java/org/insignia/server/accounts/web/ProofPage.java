package org.insignia.server.accounts.web;

import org.insignia.server.accounts.door.Problems;

/**
 * Asks somebody who is signed in to show again that it is they.
 *
 * @param address of their main mailbox
 */
public record ProofPage(
    String address, boolean byPassword, boolean needsCode, boolean byPasskey, Problems problems) {}
