package org.insignia.server.accounts.totp.web;

import org.insignia.server.accounts.door.Problems;

/** Asks for a code after the first factor was right. */
public record CodePage(Problems problems) {}
