package org.insignia.server.console.badges;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.claims.browse.AnsweredBadges.Answer;
import org.insignia.server.issuing.browse.Wanted;
import org.insignia.server.platform.mail.EmailAddress;

/**
 * What somebody looks for, as it was typed. What cannot be read stays in the form and finds
 * nothing.
 *
 * @param badge id of an achievement; empty for all
 * @param state word of a {@link BadgeState}; empty for all
 * @param from a day, as forms send it; so {@code until}
 */
public record Asked(String to, String badge, String state, String from, String until) {
  public Asked {
    to = to.strip();
  }

  /** Whether the address is none that mail can be sent to. */
  public boolean wrongAddress() {
    return !to.isEmpty() && EmailAddress.parse(to).isEmpty();
  }

  /** Whether a day is none, or they are in the wrong order. */
  public boolean wrongDays() {
    var first = day(from);
    var last = day(until);
    return (!from.isEmpty() && first.isEmpty())
        || (!until.isEmpty() && last.isEmpty())
        || (first.isPresent() && last.isPresent() && last.get().isBefore(first.get()));
  }

  /** Whether it can be read. */
  boolean isSound() {
    return !wrongAddress() && !wrongDays();
  }

  Optional<BadgeState> wantedState() {
    return BadgeState.of(state);
  }

  Set<Answer> answers() {
    return wantedState().map(BadgeState::answers).orElse(EnumSet.allOf(Answer.class));
  }

  Wanted wanted() {
    return new Wanted(
        badge.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
            ? new AchievementId(UUID.fromString(badge))
            : null,
        wantedState().map(BadgeState::stored).orElse(null),
        EmailAddress.parse(to).orElse(null),
        day(from).orElse(null),
        day(until).orElse(null));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.length() == 10 ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** As the query of an address, without a question mark. */
  public String query() {
    return "to="
        + encoded(to)
        + "&badge="
        + encoded(badge)
        + "&state="
        + encoded(state)
        + "&from="
        + encoded(from)
        + "&until="
        + encoded(until);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
