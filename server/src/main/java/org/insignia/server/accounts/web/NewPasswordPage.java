package org.insignia.server.accounts.web;

import org.insignia.server.accounts.door.Problems;

/** The form to choose a new password, behind the link in the mail. */
public record NewPasswordPage(String name, String action, Problems problems) {}
