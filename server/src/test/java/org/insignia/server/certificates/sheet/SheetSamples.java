package org.insignia.server.certificates.sheet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.catalog.design.Colour;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.DesignDrawing;
import org.insignia.server.catalog.design.Icon;
import org.insignia.server.catalog.design.Metal;
import org.insignia.server.catalog.design.Outline;
import org.insignia.server.catalog.design.Ring;
import org.insignia.server.certificates.design.CertificateDesign;
import org.insignia.server.certificates.design.Signatory;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.paper.Document;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.paper.drawing.Raster;
import org.insignia.server.platform.paper.pdf.Attachment;
import org.insignia.server.platform.settings.Settings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Certificates of all kinds of people, without a server. */
public final class SheetSamples {
  private static final Instant ISSUED = Instant.parse("2026-03-04T10:11:12Z");
  private static final Instant UNTIL = Instant.parse("2028-03-04T00:00:00Z");
  private static final Inscriptions WORDS =
      new Inscriptions(
          new Texts(),
          new Binder(
                  new MapConfigurationPropertySource(
                      Map.of(
                          "insignia.base-url",
                          "https://badges.northwind.example",
                          "insignia.data",
                          "target")))
              .bind("insignia", Settings.class)
              .get());

  private SheetSamples() {}

  /** A subject with this name and title. */
  public static Subject subject(String name, String title) {
    return new Subject(
        "Northwind Academy", name, title, "en", ISSUED, UNTIL, "7K2M-9QXT-4RBC-0WZH");
  }

  /** The document of a certificate on this paper. */
  public static Document document(
      Subject subject, CertificateDesign design, Language language, Sheet paper) {
    return document(subject, design, language, paper, List.of());
  }

  /** The same with files inside. */
  public static Document document(
      Subject subject,
      CertificateDesign design,
      Language language,
      Sheet paper,
      List<Attachment> inside) {
    var words = WORDS.of(subject, design, language);
    var sheet = paper.landscape();
    return new Document(
        sheet,
        language,
        words.alternatives().subject(),
        subject.organisation(),
        ISSUED,
        List.of(CertificateSheet.of(sheet, words, look(design, subject.title()))),
        inside);
  }

  /** The credential that travels in a sample. */
  public static Attachment inside(String json) {
    return new Attachment(
        "credential.json", "application/ld+json", "credential", Bytes.utf8(json), ISSUED);
  }

  private static Look look(CertificateDesign design, String title) {
    return new Look(
        design.colour(),
        design.ornament(),
        design.logo() == null ? null : logo(),
        design.signatories().stream()
            .map(s ->
                new Look.Signer(s.name(), s.title(), s.signature() == null ? null : signature()))
            .toList(),
        new Look.Badge.Drawn(DesignDrawing.figure(badge(title))));
  }

  /** The look that every organisation has without doing anything. */
  public static CertificateDesign house() {
    return CertificateDesign.ofTheHouse("#1f4e79");
  }

  /** A look with everything that there can be. */
  static CertificateDesign rich() {
    var picture = new org.insignia.server.certificates.design.PictureId(new java.util.UUID(0, 7));
    return new CertificateDesign(
        1,
        ISSUED,
        "#7a1f3d",
        "#b08d57",
        picture,
        List.of(
            new Signatory("Dr. Elena Fernández-Núñez", "Head of Certification", picture),
            new Signatory("王小明", "Dean of the Faculty of Applied Computing", null)),
        Map.of());
  }

  private static Design badge(String title) {
    return new Design(
        Outline.SCALLOPED,
        Ring.BEADED,
        Metal.GOLD,
        Colour.of("#1f4e79"),
        Icon.CLOUD,
        "Northwind",
        title.substring(0, Math.min(60, title.length())),
        "Associate",
        "",
        2);
  }

  private static Raster logo() {
    var image = new BufferedImage(600, 160, BufferedImage.TYPE_INT_ARGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0x7a1f3d));
    pen.fillOval(0, 0, 160, 160);
    pen.setColor(new Color(0xb08d57));
    pen.setStroke(new BasicStroke(16));
    pen.drawLine(50, 110, 50, 50);
    pen.drawLine(50, 50, 110, 110);
    pen.drawLine(110, 110, 110, 50);
    pen.setColor(new Color(0x1b2025));
    for (int i = 0; i < 8; i++) {
      pen.fillRect(200 + i * 48, 60, 34, 44);
    }
    pen.setFont(pen.getFont().deriveFont(Font.BOLD, 60));
    pen.dispose();
    return Raster.of(image);
  }

  private static Raster signature() {
    var image = new BufferedImage(500, 160, BufferedImage.TYPE_INT_ARGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0x14265a));
    pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    var path = new Path2D.Double();
    path.moveTo(20, 120);
    for (int i = 0; i < 9; i++) {
      double x = 20 + i * 50;
      path.curveTo(x + 14, 10 + (i * 37) % 60, x + 30, 150 - (i * 23) % 40, x + 50, 90);
    }
    pen.draw(path);
    pen.dispose();
    return Raster.of(image);
  }
}
