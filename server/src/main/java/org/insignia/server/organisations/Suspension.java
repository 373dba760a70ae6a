package org.insignia.server.organisations;

import java.time.Instant;

/**
 * An organisation that the operator stopped: nothing is issued, its console and its tokens open
 * nothing, nobody is written to for it. What it issued before can be seen and verified as ever.
 *
 * @param why as its staff read it
 */
public record Suspension(Instant since, String why) {}
