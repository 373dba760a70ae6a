package org.insignia.server.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invented job postings as a file of JSON Lines: the same ones for the same moment, none older than
 * half a year, each of an employer that does not exist.
 */
final class DemoPostings {
  static final int COUNT = 300;

  private static final long SEED = 20_261_121L;
  private static final int DAYS = 175;
  private static final int STATE_NO_PAY_IN_TEN = 2;
  private static final int MONTHS = 12;

  private static final List<String> EMPLOYERS =
      List.of(
          "Cabo Alto Tides",
          "Quillfen Logistics",
          "Bramblegate Savings",
          "Ferrous Otter Foods",
          "Lantern & Loom",
          "Saltmarsh Clinics",
          "Ultramarine Rail",
          "Pebblewick Mutual",
          "Orchard Nine Energy",
          "Tidemark Observatory",
          "Velvet Kestrel Games",
          "Ochre Hill Schools",
          "Zephyr & Daughters",
          "Granite Ferry Lines",
          "Saffron Basin Water",
          "Juniper Post");

  /**
   * What somebody would do there.
   *
   * @param core every posting asks for these
   * @param more every posting asks for two of these
   * @param pay a year in euros in the middle of a career
   */
  private record Work(String title, String task, List<String> core, List<String> more, int pay) {}

  private static final List<Work> WORK =
      List.of(
          new Work(
              "Data Analyst",
              "answer questions with figures and say how sure they are",
              List.of("Data Analysis", "SQL", "Excel"),
              List.of("Power BI", "Tableau", "Python", "Looker"),
              42_000),
          new Work(
              "Reporting Analyst",
              "keep the monthly reports right and readable",
              List.of("Data Analysis", "Excel"),
              List.of("Power BI", "SQL", "Microsoft Word", "PowerPoint"),
              36_000),
          new Work(
              "Data Engineer",
              "build pipelines that others rely on every morning",
              List.of("Data Engineering", "SQL", "Python"),
              List.of("Kafka", "Airflow", "Spark", "PostgreSQL", "dbt", "Data Warehousing"),
              58_000),
          new Work(
              "Analytics Engineer",
              "turn raw events into tables that analysts trust",
              List.of("Data Engineering", "Data Warehousing", "SQL"),
              List.of("dbt", "Airflow", "Snowflake", "Python"),
              54_000),
          new Work(
              "Database Administrator",
              "keep stores fast, backed up and proven to come back",
              List.of("Database Administration", "PostgreSQL", "SQL"),
              List.of("Linux", "MySQL", "Data Warehousing", "Ansible"),
              50_000),
          new Work(
              "Cloud Architect",
              "design systems that hold when parts of them fail",
              List.of("Cloud Computing", "Software Architecture", "Kubernetes"),
              List.of("Terraform", "AWS", "Azure", "Observability"),
              76_000),
          new Work(
              "Platform Engineer",
              "run the platform that forty teams build upon",
              List.of("Cloud Computing", "Kubernetes", "Linux"),
              List.of("Terraform", "Kafka", "Observability", "PostgreSQL"),
              62_000),
          new Work(
              "Data Protection Analyst",
              "see to it that only those read data who should",
              List.of("Information Security", "GDPR"),
              List.of("Identity and Access Management", "Risk Management", "SQL", "Cloud Security"),
              48_000),
          new Work(
              "Office Coordinator",
              "keep letters, calendars and minutes in order",
              List.of("Microsoft Word", "Excel", "PowerPoint"),
              List.of("Microsoft Outlook", "SharePoint", "Project Management", "Microsoft Teams"),
              29_000));

  /** How far somebody is, as titles say it; its part of the pay in percent. */
  private record Step(String before, String level, int percent) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("Junior ", "junior", 74),
          new Step("", "mid", 100),
          new Step("", "mid", 104),
          new Step("Senior ", "senior", 131));

  /**
   * Where.
   *
   * @param rate pay there in its currency, for a hundred euros in the middle of Europe
   */
  private record Market(
      String country, List<String> cities, String currency, int rate, String period) {}

  private static final Market PORTUGAL =
      new Market("PT", List.of("Porto", "Lisbon"), "EUR", 68, "year");
  private static final Market SPAIN =
      new Market("ES", List.of("Madrid", "Barcelona", "Valencia"), "EUR", 80, "year");
  private static final Market ITALY =
      new Market("IT", List.of("Milan", "Turin"), "EUR", 84, "year");
  private static final Market GERMANY =
      new Market("DE", List.of("Berlin", "Hamburg", "Munich"), "EUR", 118, "year");
  private static final Market BRITAIN =
      new Market("GB", List.of("London", "Manchester"), "GBP", 98, "year");
  private static final Market STATES =
      new Market("US", List.of("Boston, MA", "Denver, CO", "Seattle, WA"), "USD", 168, "year");
  private static final Market BRAZIL =
      new Market("BR", List.of("São Paulo", "Recife", "Curitiba"), "BRL", 250, "month");
  private static final Market CHINA =
      new Market("CN", List.of("Shanghai", "Shenzhen"), "CNY", 520, "month");

  /** As often as it is drawn. */
  private static final List<Market> MARKETS =
      List.of(
          PORTUGAL, PORTUGAL, SPAIN, SPAIN, ITALY, GERMANY, GERMANY, BRITAIN, BRITAIN, STATES,
          STATES, STATES, BRAZIL, BRAZIL, CHINA);

  private static final List<String> WORKPLACES = List.of("onsite", "hybrid", "hybrid", "remote");

  private final JsonMapper json;
  private final Instant now;
  private final Random random = new Random(SEED);

  private DemoPostings(JsonMapper json, Instant now) {
    this.json = json;
    this.now = now;
  }

  /** The file as it would be if it had been written at this moment. */
  static InputStream asOf(Instant now, JsonMapper json) {
    return new ByteArrayInputStream(
        new DemoPostings(json, now).lines().getBytes(StandardCharsets.UTF_8));
  }

  private String lines() {
    Map<String, Map<String, Object>> postings = new LinkedHashMap<>();
    while (postings.size() < COUNT) {
      var work = WORK.get(postings.size() % WORK.size());
      var posting = posting(work, "MI-" + (1001 + postings.size()));
      // The same work at the same place and employer would be taken for one posting seen twice.
      postings.putIfAbsent(
          posting.get("title") + "|" + posting.get("company") + "|" + posting.get("location"),
          posting);
    }
    return postings.values().stream()
        .map(json::writeValueAsString)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Map<String, Object> posting(Work work, String id) {
    var step = any(STEPS);
    var market = any(MARKETS);
    var employer = any(EMPLOYERS);
    var city = any(market.cities());
    var skills = skills(work);
    Map<String, Object> posting = new LinkedHashMap<>();
    posting.put("id", id);
    posting.put("title", step.before() + work.title());
    posting.put("company", employer);
    posting.put("location", city);
    posting.put("country", market.country());
    posting.put("workplace", any(WORKPLACES));
    posting.put("seniority", step.level());
    posting.put("skills", skills);
    posting.put("language", "en");
    posting.put("posted_at", posted().toString());
    posting.put("url", "https://jobs.example.org/postings/" + id);
    posting.put("description", description(work, employer, city, skills));
    if (random.nextInt(10) >= STATE_NO_PAY_IN_TEN) {
      pay(posting, work.pay() * step.percent() / 100, market);
    }
    return posting;
  }

  private List<String> skills(Work work) {
    var more = new ArrayList<>(work.more());
    Collections.shuffle(more, random);
    Set<String> skills = new LinkedHashSet<>(work.core());
    skills.addAll(more.subList(0, 2));
    return List.copyOf(skills);
  }

  /** What is open is rather new than old; none is in the future. */
  private Instant posted() {
    int days = Math.min(random.nextInt(DAYS), random.nextInt(DAYS));
    var age = Duration.ofDays(days).plusHours(1L + random.nextInt(9));
    return now.minus(age).truncatedTo(ChronoUnit.MINUTES);
  }

  private void pay(Map<String, Object> posting, int euros, Market market) {
    long year = Math.round(euros * (market.rate() / 100.0) * (0.88 + random.nextDouble() * 0.24));
    boolean monthly = market.period().equals("month");
    long middle = monthly ? year / MONTHS : year;
    posting.put("salary_min", rounded(middle * 92 / 100, monthly));
    posting.put("salary_max", rounded(middle * 112 / 100, monthly));
    posting.put("currency", market.currency());
    posting.put("period", market.period());
  }

  private static long rounded(long amount, boolean monthly) {
    long step = monthly ? 100 : 500;
    return amount / step * step;
  }

  private static String description(Work work, String employer, String city, List<String> skills) {
    return """
    %s looks for somebody in %s to %s.

    What counts for us: %s, and questions asked early.

    This posting is invented, like the employer; it comes with the demo of Insignia.
    """
        .formatted(employer, city, work.task(), String.join(", ", skills));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
