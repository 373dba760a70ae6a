package org.insignia.server.catalog;

import java.util.UUID;

/** Names one achievement for ever, through renamings and new looks. */
public record AchievementId(UUID value) {}
