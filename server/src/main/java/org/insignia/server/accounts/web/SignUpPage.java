package org.insignia.server.accounts.web;

import org.insignia.server.accounts.door.Problems;

/**
 * The sign-up form.
 *
 * @param fixed whether the address cannot be changed, because something waits for exactly this one
 */
public record SignUpPage(String address, boolean fixed, String name, Problems problems) {}
