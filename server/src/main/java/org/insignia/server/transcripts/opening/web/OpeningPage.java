package org.insignia.server.transcripts.opening.web;

/**
 * The form that asks for ID and code.
 *
 * @param id as typed or as the link carried it
 * @param problem what went wrong, in words; empty for nothing
 * @param done text key of what was just done; empty for nothing
 */
public record OpeningPage(String id, String problem, String done) {}
