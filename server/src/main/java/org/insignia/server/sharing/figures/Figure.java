package org.insignia.server.sharing.figures;

import java.time.LocalDate;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.sharing.counts.Kind;

/** How often something happened to the badges of an achievement on a day (UTC). */
public record Figure(LocalDate day, AchievementId achievement, Kind kind, long count) {}
