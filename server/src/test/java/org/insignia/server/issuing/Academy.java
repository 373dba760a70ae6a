package org.insignia.server.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.eligibility.AwardId;
import org.insignia.server.issuing.Intents.Order;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.DossierId;

/** A fresh organisation with two exams and the certification they give. */
record Academy(Organisation organisation, Achievement achievement) {

  static Academy found(
      Organisations organisations, CatalogImports imports, Achievements achievements) {
    String slug = "academy-" + Ids.next().toString().replace("-", "").substring(4);
    Organisation organisation =
        organisations.create("test", slug, "Northwind Academy", null, "badges@northwind.example");
    imports.importFiles(
        organisation.id(),
        List.of(
            SourceFile.of(
                "rows.jsonl",
                """
                {"uid":"exam.a","number":"NW-100","title":"Networks","snapshot":"2026-01-01","locale":"en-us"}
                {"uid":"exam.b","number":"NW-200","title":"Servers","snapshot":"2026-01-01","locale":"en-us"}
                {"uid":"certification.c","type":"role-based","exams":["exam.a","exam.b"],"snapshot":"2026-01-01"}
                """
                    .getBytes(UTF_8))));
    return new Academy(
        organisation, achievements.of(organisation.id(), "certification.c").orElseThrow());
  }

  Order order(String name) {
    return new Order(
        new AwardId(Ids.next()),
        organisation.id(),
        achievement.id(),
        new DossierId(Ids.next()),
        EmailAddress.parse("earner-" + Ids.next() + "@Example.org").orElseThrow(),
        name,
        Language.EN,
        Instant.parse("2026-03-04T10:11:12Z"),
        Instant.parse("2028-03-04T00:00:00Z"),
        null);
  }

  List<Order> orders(int count) {
    var orders = new ArrayList<Order>();
    for (int i = 0; i < count; i++) {
      orders.add(order("Ana María Núñez " + i));
    }
    return orders;
  }
}
