package org.insignia.server.platform.health;

import java.util.function.Supplier;

/**
 * A part whose trouble is told at {@code /healthz}, though the node serves without it.
 *
 * @param part one word
 * @param trouble in English, known without asking anybody; empty where all is well
 */
public record HealthNote(String part, Supplier<String> trouble) {}
