package org.insignia.server.accounts.totp.web;

import org.insignia.server.accounts.door.Problems;

/**
 * How an authenticator app is told the secret.
 *
 * @param secret in groups of four, to be typed
 * @param uri for an app on this very device
 */
public record EnrolmentPage(String secret, String uri, Problems problems) {}
