package org.insignia.server.api.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in an organisation.
 *
 * @param position its place among the organisation's events: whoever has seen everything up to a
 *     place never misses one before it
 * @param id UUIDv7, the same in webhooks
 */
public record Event(long position, UUID id, EventType type, Instant at, Subject subject) {}
