package org.insignia.bench.postings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * Invents postings. What real postings have they have too: few employers and cities with most of
 * the jobs and a long tail, pay on every second one, in the currency of the country.
 */
public final class PostingGenerator {
  private static final int EMPLOYERS = 30_000;
  private static final String[] SENIORITY = {
    "UNSTATED", "UNSTATED", "SENIOR", "SENIOR", "MID", "JUNIOR", "STAFF", "MANAGEMENT", "INTERN"
  };
  private static final String[] KINDS = {
    "Cloud",
    "Software",
    "Data",
    "Platform",
    "Security",
    "Network",
    "Support",
    "Web",
    "Mobile",
    "Systems",
    "Test",
    "Database",
    "Machine Learning",
    "Business",
    "Infrastructure",
    "Product"
  };
  private static final String[] JOBS = {
    "Engineer", "Developer", "Administrator", "Analyst", "Architect", "Consultant", "Specialist"
  };
  private static final String[] COUNTRIES = {
    "US", "DE", "GB", "BR", "ES", "IN", "CA", "IT", "CN", "FR"
  };
  private static final String[] CURRENCIES = {
    "USD", "EUR", "GBP", "BRL", "EUR", "INR", "CAD", "EUR", "CNY", "EUR"
  };
  private static final int CITIES = 60;
  private static final int DAYS = 180;

  private final Random random;
  private final List<String> skills;
  private int number;

  /**
   * @param skills the names of skills to ask for; the first are asked for most
   */
  public PostingGenerator(long seed, List<String> skills) {
    this.random = new Random(seed);
    this.skills = List.copyOf(skills);
  }

  /** The next posting. */
  public InventedPosting next() {
    number++;
    int country = skewed(COUNTRIES.length);
    int city = skewed(CITIES);
    boolean paid = random.nextBoolean();
    long low = paid ? 20_000 + 500L * (random.nextInt(160) + random.nextInt(160)) : 0;
    return new InventedPosting(
        number,
        KINDS[skewed(KINDS.length)] + " " + JOBS[skewed(JOBS.length)],
        "Employer " + skewed(EMPLOYERS),
        COUNTRIES[country],
        country == 0 ? "R" + city % 20 : "",
        "City " + COUNTRIES[country] + city,
        random.nextInt(5) == 0,
        SENIORITY[random.nextInt(SENIORITY.length)],
        someSkills(),
        CURRENCIES[country],
        low,
        paid ? low + 1000L * random.nextInt(40) : 0,
        skewed(DAYS));
  }

  private List<String> someSkills() {
    var some = new LinkedHashSet<String>();
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      some.add(skills.get(skewed(skills.size())));
    }
    return new ArrayList<>(some);
  }

  /** Small numbers far more often than large ones. */
  private int skewed(int bound) {
    double part = random.nextDouble();
    return (int) (bound * part * part * part);
  }
}
