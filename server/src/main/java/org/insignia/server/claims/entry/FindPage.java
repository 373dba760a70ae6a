package org.insignia.server.claims.entry;

import org.insignia.server.accounts.door.Problems;

/** Asking for a link; {@code sent} is the address it was asked for just now, else empty. */
public record FindPage(String address, String sent, Problems problems) {}
