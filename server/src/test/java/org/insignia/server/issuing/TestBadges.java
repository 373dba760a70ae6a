package org.insignia.server.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives tests of the features above badges that were issued like all others, without results before
 * them.
 */
@Component
public final class TestBadges {
  private static final String CATALOGUE =
      """
      {"uid":"exam.a","number":"NW-100","title":"Networks","snapshot":"2026-01-01","locale":"en-us"}
      {"uid":"exam.b","number":"NW-200","title":"Servers","snapshot":"2026-01-01","locale":"en-us"}
      {"uid":"certification.cloud","type":"role-based","levels":["intermediate"],"exams":["exam.a","exam.b"],"snapshot":"2026-01-01"}
      {"uid":"certification.cloud","locale":"en-us","snapshot":"2026-01-01","title":"Northwind Certified: Cloud Administrator Associate","summary":"Who holds it has set up, kept running and secured the cloud of an organisation.\\n\\nThat takes networks, servers, storage and the people who use them.","skills":["Plan virtual networks","Run servers in the cloud","Back up and restore","Manage identities"]}
      {"uid":"certification.cloud","locale":"es-es","snapshot":"2026-01-01","title":"Northwind Certified: Cloud Administrator Associate","summary":"Quien la posee ha implantado, mantenido y protegido la nube de una organización.","skills":["Planificar redes virtuales","Gestionar servidores en la nube"]}
      {"uid":"certification.cloud","locale":"zh-cn","snapshot":"2026-01-01","title":"Northwind 认证：云管理员","summary":"持有者能够搭建、维护并保护组织的云环境。","skills":["规划虚拟网络","管理云服务器","备份与恢复"]}
      """;

  private final Organisations organisations;
  private final CatalogImports imports;
  private final Achievements achievements;
  private final Intents intents;
  private final TransactionTemplate transaction;

  TestBadges(
      Organisations organisations,
      CatalogImports imports,
      Achievements achievements,
      Intents intents,
      TransactionTemplate transaction) {
    this.organisations = organisations;
    this.imports = imports;
    this.achievements = achievements;
    this.intents = intents;
    this.transaction = transaction;
  }

  /** A fresh organisation with two exams of these numbers and the certification they give. */
  public Organisation academyOf(String first, String second) {
    return academy(CATALOGUE.replace("NW-100", first).replace("NW-200", second));
  }

  /** A fresh organisation with two exams and a certification. */
  public Organisation academy() {
    return academy(CATALOGUE);
  }

  private Organisation academy(String catalogue) {
    var slug = "academy-" + Ids.next().toString().replace("-", "").substring(4);
    var academy =
        organisations.create("test", slug, "Northwind Academy", null, "badges@northwind.example");
    imports.importFiles(
        academy.id(), List.of(SourceFile.of("rows.jsonl", catalogue.getBytes(UTF_8))));
    return academy;
  }

  /** The certification cannot be earned any more since a day after it was. */
  public void retire(Organisation academy) {
    var row =
        """
        {"uid":"certification.cloud","type":"role-based","levels":["intermediate"],"exams":["exam.a","exam.b"],"retirementDate":"2026-04-01","snapshot":"2026-05-01"}
        """;
    imports.importFiles(academy.id(), List.of(SourceFile.of("rows.jsonl", row.getBytes(UTF_8))));
  }

  /** The badge of the certification, decided now and signed in a moment. */
  public CredentialId issue(Organisation by, EmailAddress to, String name, Language language) {
    return issue(by, "certification.cloud", to, name, language);
  }

  /** The badge of this exam or certification, decided now and signed in a moment. */
  public CredentialId issue(
      Organisation by, String uid, EmailAddress to, String name, Language language) {
    var order =
        new Intents.Order(
            new AwardId(Ids.next()),
            by.id(),
            achievements.of(by.id(), uid).orElseThrow().id(),
            new DossierId(Ids.next()),
            to,
            name,
            language,
            Instant.parse("2026-03-04T10:11:12Z"),
            Instant.parse("2028-03-04T00:00:00Z"),
            null);
    return transaction.execute(status -> intents.store("test", List.of(order)).getFirst());
  }
}
