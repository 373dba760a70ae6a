package org.insignia.server.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.insignia.openbadges.json.Bytes;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a PDF. */
public final class Conformance {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Conformance() {}

  /** Fails with the broken rules unless it is PDF/A-3a and PDF/UA-1. */
  public static void check(Bytes pdf) throws Exception {
    check(pdf, PDFAFlavour.PDFA_3_A);
    check(pdf, PDFAFlavour.PDFUA_1);
  }

  private static void check(Bytes pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf.toArray()), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(
              result.getTestAssertions().stream()
                  .limit(5)
                  .map(a ->
                      a.getRuleId() + " " + a.getMessage() + " at " + a.getLocation().getContext()))
          .as(flavour.toString())
          .isEmpty();
      assertThat(result.isCompliant()).isTrue();
    }
  }
}
