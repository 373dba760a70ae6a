package org.insignia.server.organisations.staff;

/**
 * No invitation for whoever is signed in.
 *
 * @param name of the account
 */
public record NoInvitationPage(String name) {}
