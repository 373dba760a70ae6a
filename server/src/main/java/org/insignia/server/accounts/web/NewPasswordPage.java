package org.insignia.server.accounts.web;

/** The form to choose a new password, behind the link in the mail. */
public record NewPasswordPage(String name, String action, Problems problems) {}
