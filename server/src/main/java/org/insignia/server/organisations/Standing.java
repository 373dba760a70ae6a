package org.insignia.server.organisations;

import java.util.Optional;

/**
 * What an organisation and one person in it are at this moment, by one question.
 *
 * @param role as {@link Members#roleOf} has it
 * @param suspension empty while the organisation is open
 */
public record Standing(
    Organisation organisation, Optional<Role> role, Optional<Suspension> suspension) {}
