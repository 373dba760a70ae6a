package org.insignia.server.accounts.web;

import org.insignia.server.accounts.door.Problems;

/** The form that asks for a link to choose a new password. */
public record ResetPage(String address, Problems problems) {}
