package org.insignia.server.transcripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.model.Rules;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.claims.Claim.Visibility;
import org.insignia.server.claims.Claims;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.results.Intake;
import org.insignia.server.results.Results;
import org.springframework.stereotype.Component;

/**
 * Gives tests an earner with certifications in every state, failed and missed exams, and a second
 * organisation, all of it through the doors that organisations use.
 */
@Component
public final class TestRecords {
  public static final String PASSWORD = "violet otter lantern";

  private static final String CATALOGUE =
      """
      {"uid":"exam.hx-100","number":"HX-100","title":"Harbour Pilotage","snapshot":"2026-01-01","locale":"en"}
      {"uid":"exam.hx-200","number":"HX-200","title":"Reading Charts","snapshot":"2026-01-01","locale":"en"}
      {"uid":"exam.hx-300","number":"HX-300","title":"Night Passages","snapshot":"2026-01-01","locale":"en"}
      {"uid":"exam.hx-310","number":"HX-310","title":"Ice Passages","snapshot":"2026-01-01","locale":"en"}
      {"uid":"exam.hx-050","number":"HX-050","title":"Steam Tugs","retirementDate":"2026-06-30","snapshot":"2026-01-01","locale":"en"}
      {"uid":"exam.hx-060","number":"HX-060","title":"Marine Radio","snapshot":"2026-01-01","locale":"en"}
      {"uid":"exam.hx-070","number":"HX-070","title":"Knots","snapshot":"2026-01-01","locale":"en"}
      {"uid":"certification.pilot","slug":"pilot","type":"fundamentals","levels":["beginner"],"exams":["exam.hx-100"],"snapshot":"2026-01-01"}
      {"uid":"certification.master","slug":"master","type":"role-based","levels":["advanced"],"exams":["exam.hx-200","exam.hx-300"],"snapshot":"2026-01-01"}
      {"uid":"certification.tug","slug":"tug","type":"specialty","levels":["intermediate"],"exams":["exam.hx-050"],"retirementDate":"2026-06-30","snapshot":"2026-01-01"}
      {"uid":"certification.radio","slug":"radio","type":"radio","levels":["intermediate"],"exams":["exam.hx-060"],"snapshot":"2026-01-01"}
      {"uid":"certification.pilot","locale":"en","snapshot":"2026-01-01","title":"Harbour Pilot","summary":"Harbour Pilot.","skills":["Read the tide"]}
      {"uid":"certification.pilot","locale":"zh-cn","snapshot":"2026-01-01","title":"港口引航员","summary":"港口引航员.","skills":["观察潮汐"]}
      {"uid":"certification.master","locale":"en","snapshot":"2026-01-01","title":"Coastal Master","summary":"Coastal Master."}
      {"uid":"certification.tug","locale":"en","snapshot":"2026-01-01","title":"Steam Tug Mate","summary":"Steam Tug Mate."}
      {"uid":"certification.radio","locale":"en","snapshot":"2026-01-01","title":"Radio Operator","summary":"Radio Operator."}
      {"uid":"exam.hx-200","locale":"zh-cn","snapshot":"2026-01-01","title":"海图判读","summary":"海图判读."}
      {"uid":"exam.hx-300","locale":"es","snapshot":"2026-01-01","title":"Travesías nocturnas y señales luminosas ó","summary":"Travesías nocturnas y señales luminosas ó."}
      """;
  private static final String REQUIREMENTS =
      """
      {"certification":"certification.master","requires":{"op":"all","of":[{"exam":"exam.hx-200"},{"op":"any","of":[{"exam":"exam.hx-300"},{"exam":"exam.hx-310"}]}]},"basis":"stated","snapshot":"2026-01-01","listedExams":["exam.hx-200","exam.hx-300"]}
      """;
  private static final String HEADER =
      "provider,result_id,candidate_id,first_name,last_name,email,account_language,exam_code,"
          + "exam_ended_utc,score,passing_score,grade,no_show,nda_refused,status,received_utc\n";

  private final Organisations organisations;
  private final CatalogImports imports;
  private final Catalog catalog;
  private final Intake intake;
  private final Accounts accounts;
  private final Claims claims;
  private final Results results;

  TestRecords(
      Organisations organisations,
      CatalogImports imports,
      Catalog catalog,
      Intake intake,
      Accounts accounts,
      Claims claims,
      Results results) {
    this.organisations = organisations;
    this.imports = imports;
    this.catalog = catalog;
    this.intake = intake;
    this.accounts = accounts;
    this.claims = claims;
    this.results = results;
  }

  /**
   * Somebody with a record.
   *
   * @param harbour where they hold, held and have begun certifications
   * @param academy where they passed one exam that gives a certification
   */
  public record Earner(PersonId id, String address, Organisation harbour, Organisation academy) {}

  /** An organisation with the programme of these records. */
  public Organisation harbour(String name) {
    String slug = "harbour-" + Ids.next().toString().replace("-", "").substring(4);
    Organisation harbour = organisations.create("test", slug, name, null, null);
    imports.importFiles(
        harbour.id(),
        List.of(
            SourceFile.of("rows.jsonl", CATALOGUE.getBytes(UTF_8)),
            SourceFile.of("requirements.jsonl", REQUIREMENTS.getBytes(UTF_8))));
    Rules rules = Rules.DEFAULT;
    catalog.setRules(
        "test",
        harbour.id(),
        new Rules(
            rules.examBadges(),
            rules.singleExam(),
            rules.lateResults(),
            Map.of("radio", Period.ofMonths(3), "fundamentals", Period.ofYears(10)),
            Map.of(),
            rules.renewalWindow()));
    return harbour;
  }

  /**
   * An earner who holds the Pilot until 2036, is on the way to Coastal Master, held Radio Operator
   * and Steam Tug Mate, failed, missed and passed needlessly; and holds a Pilot elsewhere. Badges
   * are accepted, the first organisation's publicly.
   */
  public Earner earner(String givenName, String familyName, Language language) {
    Organisation harbour = harbour("Harbour School");
    Organisation academy = harbour("Académie du Léman");
    String address = "r" + Ids.next() + "@example.org";
    PersonId person =
        accounts.createConfirmed(
            (givenName + " " + familyName).strip(), EmailAddress.of(address), PASSWORD, language);
    String who = givenName + "," + familyName + "," + address;
    handIn(
        harbour,
        "certiport",
        row("R1", who, "HX-100", "2026-03-02", "820,700,pass,false,false,final")
            + row("R2", who, "HX-200", "2026-04-02", "715,700,pass,false,false,final")
            + row("R3", who, "HX-300", "2026-05-02", "512,700,fail,false,false,final")
            + row("R4", who, "HX-310", "2026-05-20", ",,,true,false,final")
            + row("R5", who, "HX-070", "2026-06-02", "900,700,pass,false,false,final"));
    handIn(
        harbour,
        "pearson-vue",
        row("P1", who, "HX-050", "2026-02-02", "801,700,pass,false,false,final")
            + row("P2", who, "HX-060", "2026-01-02", "777,700,pass,false,false,final"));
    handIn(
        academy,
        "certiport",
        row("A1", who, "HX-100", "2026-07-02", "990,700,pass,false,false,final"));
    Until.holds(() -> claims.waitingFor(person).size() == 5);
    claims
        .waitingFor(person)
        .forEach(claim ->
            claims.accept(
                person,
                claim.credential(),
                claim.organisation().equals(harbour.id())
                    ? Visibility.PUBLIC
                    : Visibility.PRIVATE));
    return new Earner(person, address, harbour, academy);
  }

  /** Somebody who failed the exams of these codes at this organisation, and has nothing else. */
  public PersonId failed(Organisation at, String... codes) {
    String address = "f" + Ids.next() + "@example.org";
    PersonId person =
        accounts.createConfirmed("Bo Lind", EmailAddress.of(address), PASSWORD, Language.EN);
    var rows = new StringBuilder();
    for (String code : codes) {
      String who = "Bo,Lind," + address;
      rows.append(row(code, who, code, "2026-05-02", "512,700,fail,false,false,final"));
    }
    handIn(at, "pearson-vue", rows.toString());
    Until.holds(() -> !results.dossiersOf(person).isEmpty());
    return person;
  }

  private static String row(String id, String who, String exam, String day, String outcome) {
    return ",%s,K1,%s,en,%s,%sT10:00:00Z,%s,%sT18:00:00Z\n"
        .formatted(id, who, exam, day, outcome, day);
  }

  /** Hands in a file of a provider, without its column of the provider's name. */
  private void handIn(Organisation to, String provider, String rows) {
    String csv = HEADER + rows.replaceAll("(?m)^,", provider + ",");
    intake.accept(
        to.id(), provider, provider + ".csv", new ByteArrayInputStream(csv.getBytes(UTF_8)));
  }
}
