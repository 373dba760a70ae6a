package org.insignia.server.accounts.web;

import org.insignia.server.accounts.door.Problems;

/**
 * The sign-in form.
 *
 * @param needed whether the visitor was sent here from a page that needs it
 */
public record SignInPage(String address, boolean needed, Problems problems) {}
