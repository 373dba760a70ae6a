package org.insignia.server.insights.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insignia.server.insights.format.FeedKind;

/**
 * What somebody typed about a feed, on the console or in the file; both are read alike.
 *
 * @param minutes between two runs
 */
public record FeedWish(
    String name,
    String kind,
    String address,
    String minutes,
    String employer,
    String country,
    String attribution,
    boolean active) {
  /** Between two runs, in minutes: a quarter of an hour to thirty days. */
  public static final int FEWEST_MINUTES = 15;

  public static final int MOST_MINUTES = 43_200;

  /** Where nothing else is said. */
  public static final int DAILY = 1440;

  /** A form that nobody has typed into. */
  public static final FeedWish BLANK =
      new FeedWish("", "", "", String.valueOf(DAILY), "", "", "", true);

  public FeedWish {
    name = name.strip().replaceAll("\\s+", " ");
    kind = kind.strip();
    address = address.strip();
    minutes = minutes.isBlank() ? String.valueOf(DAILY) : minutes.strip();
    employer = employer.strip();
    country = country.strip().toUpperCase(Locale.ROOT);
    attribution = attribution.strip();
  }

  /** The settings as they would be typed. */
  public static FeedWish of(FeedSettings settings) {
    return new FeedWish(
        settings.name(),
        settings.kind().word(),
        settings.address(),
        String.valueOf(settings.interval().toMinutes()),
        settings.employer(),
        settings.country(),
        settings.attribution(),
        settings.active());
  }

  /** What is wrong: name of the field to the key of a text. Empty where nothing is. */
  public Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    if (name.isEmpty() || name.length() > 80 || name.matches(".*\\p{Cntrl}.*")) {
      faults.put("name", "insights.feeds.wrong.name");
    }
    if (FeedKind.of(kind).isEmpty()) {
      faults.put("kind", "insights.feeds.wrong.kind");
    }
    if (!isAddress(address) && !(address.isEmpty() && !active)) {
      faults.put("address", "insights.feeds.wrong.address");
    }
    if (interval().isEmpty()) {
      faults.put("minutes", "insights.feeds.wrong.minutes");
    }
    if (employer.length() > 120) {
      faults.put("employer", "insights.feeds.wrong.employer");
    }
    if (!country.isEmpty()
        && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
      faults.put("country", "insights.feeds.wrong.country");
    }
    if (attribution.length() > 500) {
      faults.put("attribution", "insights.feeds.wrong.attribution");
    }
    return faults;
  }

  private static boolean isAddress(String text) {
    try {
      var url = new URI(text);
      return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && text.length() <= 2048;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private Optional<Duration> interval() {
    if (!minutes.matches("\\d{1,6}")) {
      return Optional.empty();
    }
    int count = Integer.parseInt(minutes);
    return count < FEWEST_MINUTES || count > MOST_MINUTES
        ? Optional.empty()
        : Optional.of(Duration.ofMinutes(count));
  }

  /**
   * The settings.
   *
   * @throws IllegalStateException where there are {@link #faults()}
   */
  public FeedSettings settings() {
    if (!faults().isEmpty()) {
      throw new IllegalStateException("faults were not looked at: " + faults());
    }
    return new FeedSettings(
        name,
        FeedKind.of(kind).orElseThrow(),
        address,
        interval().orElseThrow(),
        employer,
        country,
        attribution,
        active);
  }
}
