package org.insignia.server.console.web;

/**
 * The form for the operator's account.
 *
 * @param problem what is wrong with it, in the reader's words; empty at first
 */
public record SetupPage(String action, String name, String address, String problem) {}
