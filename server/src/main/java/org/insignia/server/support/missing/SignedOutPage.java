package org.insignia.server.support.missing;

/** The check for whoever is not signed in: the same for everybody, whatever was asked. */
public record SignedOutPage() {}
