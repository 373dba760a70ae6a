package org.insignia.server.sharing.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a badge is for.
 *
 * @param kindKey text key of exam or certification
 * @param criteria how it is earned
 * @param earnable whether it can be earned now
 * @param lastDay the last day on which it can, or could, be earned
 */
public record AchievementPage(
    String path,
    String name,
    String kindKey,
    String picture,
    String issuer,
    String issuerPath,
    String issuerSite,
    List<String> description,
    List<String> skills,
    List<String> criteria,
    boolean earnable,
    @Nullable LocalDate lastDay,
    String accentSheet,
    Meta meta) {
  public AchievementPage {
    description = List.copyOf(description);
    skills = List.copyOf(skills);
    criteria = List.copyOf(criteria);
  }
}
