package org.insignia.server.transcripts.share;

/**
 * Whoever was let in before has to show a code again, or is out for good; published inside the
 * transaction that does it.
 */
public record ShareLocked(Share share) {}
