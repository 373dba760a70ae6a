package org.insignia.server.results.intake;

import java.time.Instant;
import java.util.UUID;
import org.insignia.server.results.Outcome;
import org.insignia.server.results.feed.Status;

/** A row that said something new of a result. */
record Word(UUID result, UUID fingerprint, Status status, Outcome outcome, Instant at, long line) {}
