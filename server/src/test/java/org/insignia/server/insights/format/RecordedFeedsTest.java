package org.insignia.server.insights.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insignia.server.insights.format.FeedKind.*;
import static org.insignia.server.insights.format.Shared.read;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import org.insignia.server.insights.posting.Period;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Posting;
import org.insignia.server.insights.posting.Salary;
import org.insignia.server.insights.posting.Seniority;
import org.insignia.server.insights.posting.Workplace;
import org.insignia.server.insights.reading.Fault;
import org.junit.jupiter.api.Test;

/** Every adapter against what was recorded of its source, or written after its documentation. */
class RecordedFeedsTest {
  private static final Place BERLIN = new Place("DE", "", "Berlin");

  @Test
  void greenhouse() throws Exception {
    var recorded = read(GREENHOUSE, "feed-formats/recorded/greenhouse_gitlab.json");
    assertThat(recorded.refusals()).isEmpty();
    assertThat(recorded.postings()).hasSize(2);
    var posting = recorded.postings().getFirst();
    assertThat(posting.sourceId()).isEqualTo("8503792002");
    assertThat(posting.title()).isEqualTo("Account Executive - Italy");
    assertThat(posting.employer()).isEqualTo("GitLab");
    assertThat(posting.placeGiven()).isEqualTo("Remote, Italy");
    assertThat(posting.places()).containsExactly(Place.in("IT"));
    assertThat(posting.workplace()).isEqualTo(Workplace.REMOTE);
    assertThat(posting.postedAt()).isEqualTo(Instant.parse("2026-04-17T09:58:03Z"));
    assertThat(posting.language()).isEqualTo("en");
    assertThat(posting.applyUrl())
        .isEqualTo(URI.create("https://job-boards.greenhouse.io/gitlab/jobs/8503792002"));
    assertThat(posting.description())
        .startsWith("GitLab is the intelligent orchestration platform for DevSecOps.")
        .contains("\n\nAn overview of this role\n\n")
        .contains("values and continuous")
        .doesNotContain("<", "&lt;", "&nbsp;");

    var fixture = read(GREENHOUSE, "feed-formats/fixtures/greenhouse.json");
    assertThat(fixture.refusals()).isEmpty();
    assertThat(fixture.postings()).hasSize(1);
    posting = fixture.postings().getFirst();
    assertThat(posting.employer()).isEqualTo("Secureco");
    assertThat(posting.places()).containsExactly(BERLIN);
    assertThat(posting.employmentType()).isEqualTo("Full-time");
    assertThat(posting.postedAt()).isEqualTo(Instant.parse("2026-08-14T06:30:00Z"));
  }

  @Test
  void lever() throws Exception {
    var recorded = read(LEVER, "feed-formats/recorded/lever_matchgroup.json");
    assertThat(recorded.refusals()).isEmpty();
    assertThat(recorded.postings()).hasSize(2);
    var posting = recorded.postings().getFirst();
    assertThat(posting.title()).isEqualTo("Android Engineer III");
    assertThat(posting.employer()).isEqualTo("Matchgroup");
    assertThat(posting.places()).containsExactly(new Place("US", "NY", "New York"));
    assertThat(posting.workplace()).isEqualTo(Workplace.HYBRID);
    assertThat(posting.seniority()).isEqualTo(Seniority.SENIOR);
    assertThat(posting.salary())
        .isEqualTo(new Salary(new BigDecimal(150000), new BigDecimal(180000), "USD", Period.YEAR));
    assertThat(posting.postedAt()).isEqualTo(Instant.ofEpochMilli(1779223091267L));
    assertThat(posting.description()).contains("Responsibilities", "- Cross-Disciplinary");
    var korean = recorded.postings().get(1);
    assertThat(korean.language()).isEqualTo("ko");
    assertThat(korean.places()).containsExactly(new Place("KR", "", "Seoul"));

    var fixture = read(LEVER, "feed-formats/fixtures/lever.json").postings();
    assertThat(fixture).extracting(Posting::sourceId).containsExactly("lever-1");
    assertThat(fixture.getFirst().description()).contains("- 2+ years of security experience");
  }

  @Test
  void ashby() throws Exception {
    var recorded = read(ASHBY, "feed-formats/recorded/ashby_linear.json").postings();
    assertThat(recorded).hasSize(2);
    assertThat(recorded.getFirst().employer()).isEqualTo("Linear");
    assertThat(recorded.getFirst().workplace()).isEqualTo(Workplace.REMOTE);
    assertThat(recorded.getFirst().places()).isEmpty(); // the European Union is no country
    assertThat(recorded.get(1).places()).containsExactly(Place.in("US"));
    assertThat(recorded.get(1).applyUrl().toString()).endsWith("/application");

    var fixture = read(ASHBY, "feed-formats/fixtures/ashby.json").postings();
    assertThat(fixture).hasSize(1);
    assertThat(fixture.getFirst().workplace()).isEqualTo(Workplace.HYBRID);
    assertThat(fixture.getFirst().places()).containsExactly(BERLIN);
  }

  @Test
  void personio() throws Exception {
    var read =
        read(
            PERSONIO,
            "feed-formats/fixtures/personio.xml",
            "https://secureco.jobs.personio.de/xml?language=en",
            "",
            "");
    assertThat(read.postings()).hasSize(1);
    var posting = read.postings().getFirst();
    assertThat(posting.sourceId()).isEqualTo("4103");
    assertThat(posting.title()).isEqualTo("Security Tester (m/f/d)");
    assertThat(posting.employer()).isEqualTo("SecureCo GmbH");
    assertThat(posting.applyUrl())
        .isEqualTo(URI.create("https://secureco.jobs.personio.de/job/4103"));
    assertThat(posting.postedAt()).isEqualTo(Instant.parse("2026-08-15T06:00:00Z"));
    assertThat(posting.description())
        .isEqualTo(
            "Responsibilities\n\nPerform web and API security testing using OWASP and Burp Suite.\n\nProfile\n\nGerman is nice to have.");
    assertThat(read(PERSONIO, "feed-formats/fixtures/personio.xml").refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.fault()).isEqualTo(Fault.NO_ADDRESS));
  }

  @Test
  void recruitee() throws Exception {
    var posting = read(RECRUITEE, "feed-formats/fixtures/recruitee.json").postings().getFirst();
    assertThat(posting.sourceId()).isEqualTo("5501");
    assertThat(posting.employer()).isEqualTo("SecureCo GmbH");
    assertThat(posting.workplace()).isEqualTo(Workplace.HYBRID);
    assertThat(posting.salary())
        .isEqualTo(new Salary(new BigDecimal(55000), new BigDecimal(70000), "EUR", Period.YEAR));
    assertThat(posting.postedAt()).isEqualTo(Instant.parse("2026-08-14T09:30:00Z"));
    assertThat(posting.places()).containsExactly(BERLIN);
    assertThat(posting.description()).contains("At least 2 years");
  }

  @Test
  void remotive() throws Exception {
    var read = read(REMOTIVE, "feed-formats/fixtures/remotive.json");
    assertThat(read.postings()).extracting(Posting::sourceId).containsExactly("200", "201");
    assertThat(read.postings()).extracting(Posting::workplace).containsOnly(Workplace.REMOTE);
    assertThat(read.postings().getFirst().tags()).containsExactly("Security", "AWS", "Docker");
    assertThat(read.postings().get(1).places()).containsExactly(Place.in("US"));
  }

  @Test
  void arbeitnow() throws Exception {
    var read = read(ARBEITNOW, "feed-formats/fixtures/arbeitnow.json", "", "", "DE");
    assertThat(read.refusals()).isEmpty();
    assertThat(read.postings()).hasSize(3);
    var posting = read.postings().getFirst();
    assertThat(posting.employer()).isEqualTo("Example GmbH");
    assertThat(posting.postedAt()).isEqualTo(Instant.ofEpochSecond(1786660000));
    assertThat(posting.places()).containsExactly(BERLIN);
    assertThat(read.postings().get(2).places()).containsExactly(new Place("DE", "", "Munich"));
    assertThat(read.postings().get(2).seniority()).isEqualTo(Seniority.STAFF);
  }

  @Test
  void usajobs_flat_and_historic() throws Exception {
    var flat = read(USAJOBS, "feed-formats/recorded/usajobs-flat-16.json");
    assertThat(flat.refusals()).isEmpty();
    assertThat(flat.postings()).hasSize(16);
    var posting = flat.postings().getFirst();
    assertThat(posting.sourceId()).isEqualTo("K-26-DHA-12804858-AKK");
    assertThat(posting.salary())
        .isEqualTo(new Salary(new BigDecimal(49960), new BigDecimal(99314), "USD", Period.YEAR));
    assertThat(posting.validThrough()).isEqualTo(Instant.parse("2026-09-28T23:59:59Z"));
    assertThat(posting.places()).hasSizeGreaterThan(30).contains(new Place("US", "OH", "Heath"));
    assertThat(posting.places()).allSatisfy(place -> assertThat(place.country()).isEqualTo("US"));

    var historic = read(USAJOBS, "usajobs-historic-gsa.json.gz");
    assertThat(historic.refusals()).isEmpty();
    assertThat(historic.postings()).hasSize(1824);
    assertThat(historic.postings().getFirst().employer()).isEqualTo("Public Buildings Service");
    assertThat(historic.postings().getFirst().validThrough())
        .isEqualTo(Instant.parse("2024-02-15T23:59:59Z"));
  }

  @Test
  void schema_org_examples() throws Exception {
    var read =
        read(
            SCHEMA_ORG,
            "feed-formats/schema-org-jobposting-examples.jsonl",
            "https://acme.example/jobs/1",
            "",
            "");
    // 13 lines; one is an Occupation, and "skills" stands once as an object without a text.
    assertThat(read.postings().size() + read.refusals().size()).isEqualTo(12);
    assertThat(read.refusals()).isEmpty();
    var posting = read.postings().getFirst();
    assertThat(posting.title()).isEqualTo("Software Engineer");
    assertThat(posting.places()).containsExactly(new Place("US", "WA", "Kirkland"));
    assertThat(posting.salary())
        .isEqualTo(
            new Salary(new BigDecimal(100000), new BigDecimal(100000), "USD", Period.UNSTATED));
    assertThat(posting.postedAt()).isEqualTo(Instant.parse("2011-10-31T00:00:00Z"));
  }

  @Test
  void seven_thousand_postings_of_job_boards_as_json_lines() throws Exception {
    var read = read(JSON_LINES, "ats-tech-jobs/jobs.jsonl.gz");
    assertThat(read.refusals()).isEmpty();
    assertThat(read.postings()).hasSize(7673);
    // As counted in the file itself: stated amounts, tags that are texts, and what is closed.
    assertThat(read.postings().stream().filter(p -> p.salary() != null)).hasSize(3675);
    assertThat(read.postings().stream().mapToInt(p -> p.tags().size()).sum()).isEqualTo(20627);
    assertThat(read.postings().stream().filter(p -> p.validThrough() != null)).hasSize(1726);
    // What is understood of nearly a thousand ways to write places: 94 of 100 name a country.
    assertThat(read.postings().stream().filter(p -> !p.place().country().isEmpty()))
        .hasSizeGreaterThan(7200);
  }

  @Test
  void security_jobs_with_their_texts() throws Exception {
    var read = read(JSON_LINES, "security-jobs-with-text.jsonl.gz");
    assertThat(read.refusals()).isEmpty();
    assertThat(read.postings()).hasSize(195);
    var posting = read.postings().getFirst();
    assertThat(posting.sourceId()).isEqualTo("8688114002");
    assertThat(posting.employer()).isEqualTo("SpaceX");
    assertThat(posting.workplace()).isEqualTo(Workplace.ONSITE);
    assertThat(posting.places()).containsExactly(new Place("US", "CA", "Hawthorne"));
    assertThat(posting.tags()).contains("iso 27001", "siem");
    assertThat(read.postings().stream().filter(p -> p.workplace() == Workplace.REMOTE))
        .hasSizeGreaterThan(40);
    assertThat(read.postings().stream().filter(p -> p.language().equals("en")))
        .hasSizeGreaterThan(150);
  }
}
