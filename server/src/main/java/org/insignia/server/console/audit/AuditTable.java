package org.insignia.server.console.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.audit.AuditTrail;
import org.insignia.server.platform.audit.AuditWish;
import org.insignia.server.platform.csv.CsvLine;
import org.springframework.stereotype.Component;

/** Lines of the audit as a table: names are left out, so that it may be handed on. */
@Component
public class AuditTable {
  private static final int IN_A_TABLE = 20_000;
  private static final int LOOKED_FOR_A_TABLE = 200_000;

  private final AuditTrail trail;

  AuditTable(AuditTrail trail) {
    this.trail = trail;
  }

  /** The newest first, as many as a spreadsheet likes. */
  public void write(Organisation organisation, AuditWish wish, Writer out) throws IOException {
    out.write(CsvLine.of(List.of("number", "at", "actor", "action", "subject", "detail", "hash")));
    for (var line : trail.find(organisation.id().value(), wish, IN_A_TABLE, LOOKED_FOR_A_TABLE)) {
      out.write(
          CsvLine.of(
              List.of(
                  line.number() == 0 ? "" : Long.toString(line.number()),
                  line.at().toString(),
                  line.actor(),
                  line.action(),
                  line.subject(),
                  line.detail(),
                  line.hash())));
    }
  }
}
