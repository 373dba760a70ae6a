package org.insignia.server.accounts.oidc.web;

/**
 * Somebody came with an account of another site that opens none here.
 *
 * @param provider its name
 * @param label how the person knows their account there; empty if we do not
 * @param signedIn whether they are signed in here by now, and only have to say yes
 */
public record UnknownIdentityPage(String provider, String label, boolean signedIn) {}
