package org.insignia.server.accounts.web;

/** The form that asks for a link to choose a new password. */
public record ResetPage(String address, Problems problems) {}
