package org.insignia.server.api.me.jobs;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.insignia.server.insights.market.JobOffer;
import org.insignia.server.insights.market.Source;
import org.insignia.server.insights.posting.KnownPosting;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Salary;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.insights.posting.Workplace;
import org.insignia.server.insights.skill.Skill;
import org.jspecify.annotations.Nullable;

/**
 * A posting. All texts are of strangers, and plain.
 *
 * @param url of its page
 * @param place null where it was not understood; {@code placeGiven} is what stands in the posting
 * @param pay as the posting states it; null where it does not
 * @param detail null in lists
 */
record JobJson(
    UUID id,
    URI url,
    String title,
    String employer,
    @Nullable Where place,
    String placeGiven,
    @Nullable String workplace,
    @Nullable Pay pay,
    @Nullable String seniority,
    String employmentType,
    Instant appearedAt,
    @Nullable Detail detail) {

  /** A place; what is not known of it is empty. */
  record Where(String country, String region, String city) {
    static @Nullable Where of(Place place) {
      return place.isUnknown() ? null : new Where(place.country(), place.region(), place.city());
    }
  }

  /** A range, or one bound of it. */
  record Pay(@Nullable BigDecimal low, @Nullable BigDecimal high, String currency, String period) {
    static @Nullable Pay of(@Nullable Salary salary) {
      return salary == null
          ? null
          : new Pay(
              salary.low(), salary.high(), salary.currency(), JobFilters.word(salary.period()));
    }
  }

  /** A skill. */
  record Named(String id, String name) {
    static Named of(Skill skill) {
      return new Named(skill.id(), skill.name());
    }
  }

  /**
   * A feed.
   *
   * @param attribution the line it asks for; empty for none
   * @param confirmedAt when it was last read without trouble; null where it never was
   */
  record From(String name, String attribution, @Nullable Instant confirmedAt) {
    static @Nullable From of(@Nullable Source source) {
      return source == null
          ? null
          : new From(source.name(), source.attribution(), source.confirmed());
    }
  }

  /**
   * What one posting says.
   *
   * @param language BCP 47 of its text; null where it could not be told
   * @param applyAt where one applies; null where it is closed, or the address is not what it looks
   *     like
   * @param applyHost its host, to be shown before somebody goes there
   */
  record Detail(
      String description,
      @Nullable String language,
      List<Named> skills,
      @Nullable Instant validUntil,
      @Nullable Instant closedAt,
      @Nullable String applyAt,
      @Nullable String applyHost,
      @Nullable From source) {}

  static JobJson listed(KnownPosting known, URI url) {
    return of(known, url, null);
  }

  static JobJson whole(JobOffer offer, URI url) {
    var posting = offer.known().posting();
    var apply = offer.apply();
    return of(
        offer.known(),
        url,
        new Detail(
            posting.description(),
            posting.language().isEmpty() ? null : posting.language(),
            offer.skills().stream().map(Named::of).toList(),
            posting.validThrough(),
            offer.known().closedAt(),
            apply.isEmpty() ? null : apply,
            apply.isEmpty() ? null : offer.host(),
            From.of(offer.source())));
  }

  private static JobJson of(KnownPosting known, URI url, @Nullable Detail detail) {
    var posting = known.posting();
    return new JobJson(
        known.id().value(),
        url,
        posting.title(),
        posting.employer(),
        Where.of(posting.place()),
        posting.placeGiven(),
        posting.workplace() == Workplace.UNSTATED ? null : JobFilters.word(posting.workplace()),
        Pay.of(posting.salary()),
        posting.seniority() == Seniority.UNSTATED ? null : JobFilters.word(posting.seniority()),
        posting.employmentType(),
        known.appearedAt(),
        detail);
  }
}
