package org.insignia.server.platform.paper;

import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Figure;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.drawing.Raster;
import org.insignia.server.platform.paper.pdf.Attachment;

/** Documents with everything that this package can set. */
public final class Samples {
  static final Instant MADE = Instant.parse("2026-11-21T12:00:00Z");
  private static final Ink GREEN = Ink.of("#0b6e4f");
  private static final Ink INK = Ink.of("#1b2025");

  private Samples() {}

  public static Document certificate(Language language, String name) {
    return certificate(Sheet.A4.landscape(), language, name);
  }

  static Document certificate(Sheet sheet, Language language, String name) {
    double width = sheet.width();
    double height = sheet.height();
    var items = new ArrayList<Item>();
    var page = new Box(0, 0, width, height);
    items.add(Item.Panel.frame(page.inset(24), GREEN, 2));
    items.add(Item.Panel.frame(page.inset(30), Ink.of("#c8d8d1"), 0.7));
    items.add(
        new Item.Drawing(new Box(width - 190, 70, 110, 110), badge(), "Badge: Data Engineer"));
    items.add(new Item.Picture(new Box(70, 70, 120, 40), logo(), "Contoso Institute"));
    var text = TextStyle.of(Face.REGULAR, 13, INK);
    items.add(
        Item.Text.of(
                new Box(70, 150, width - 290, 60),
                Words.of(title(language)),
                TextStyle.of(Face.SERIF, 34, GREEN))
            .as(Item.Role.TITLE)
            .stand(Item.Stand.MIDDLE));
    items.add(Item.Text.of(new Box(70, 222, width - 140, 22), Words.of(awarded(language)), text));
    items.add(
        Item.Text.of(
                new Box(70, 246, width - 140, 76),
                Words.of(name),
                TextStyle.of(Face.SERIF, 40, INK).smallest(16))
            .as(Item.Role.HEADING)
            .stand(Item.Stand.MIDDLE));
    items.add(
        Item.Text.of(
            new Box(70, 334, width - 280, 80),
            Words.of("Data Engineer Associate \u2013 \u6570\u636e\u5de5\u7a0b\u5e08\u52a9\u7406 ")
                .then(Words.of("(DP-203, DP-900)").bold()),
            text));
    items.add(
        new Item.Qr(
            new Box(width - 160, height - 160, 90, 90),
            "https://badges.example.org/badges/0192f0c1-8d5b-7c7e-9c55-6f3a2b1c0d9e",
            "QR code: https://badges.example.org/badges/0192f0c1"));
    items.add(
        new Item.Picture(new Box(70, height - 130, 140, 40), signature(), "Signature of A. Datum"));
    items.add(Item.Panel.filled(new Box(70, height - 88, 180, 0.7), INK));
    items.add(
        Item.Text.of(
            new Box(70, height - 84, 220, 34),
            Words.of("A. Datum, Director\n")
                .then(Words.link("badges.example.org", URI.create("https://badges.example.org/"))),
            TextStyle.of(Face.REGULAR, 9, INK)));
    return new Document(
        sheet,
        language,
        title(language) + ": " + name,
        "Contoso Institute",
        MADE,
        List.of(new Part.Fixed(items)),
        List.of(credential()));
  }

  private static String title(Language language) {
    return switch (language) {
      case EN -> "Certificate";
      case ES -> "Certificado de cualificaci\u00f3n";
      case PT_BR -> "Certificado de qualifica\u00e7\u00e3o";
      case ZH_CN -> "\u8ba4\u8bc1\u8bc1\u4e66";
      case IT -> "Attestato di qualit\u00e0";
    };
  }

  private static String awarded(Language language) {
    return switch (language) {
      case EN -> "is awarded to";
      case ES -> "se otorga a";
      case PT_BR -> "\u00e9 concedido a";
      case ZH_CN -> "\u5179\u8bc1\u660e";
      case IT -> "\u00e8 rilasciato a";
    };
  }

  /** A certificate that carries this credential. */
  public static Document certificate(String name, Bytes credential) {
    Document plain = certificate(Language.EN, name);
    var attachment =
        new Attachment("credential.json", "application/ld+json", "Credential", credential, MADE);
    return new Document(
        plain.sheet(),
        plain.language(),
        plain.title(),
        plain.author(),
        plain.made(),
        plain.parts(),
        List.of(attachment));
  }

  static Attachment credential() {
    var json =
        "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"type\":[\"VerifiableCredential\",\"OpenBadgeCredential\"]}";
    return new Attachment(
        "credential.json",
        "application/ld+json",
        "Open Badges 3.0 credential",
        Bytes.wrap(json.getBytes(StandardCharsets.UTF_8)),
        MADE);
  }

  public static Document transcript(Language language, int rows) {
    var cells = new ArrayList<List<Words>>();
    for (int i = 1; i <= rows; i++) {
      String title =
          i % 7 == 0
              ? "Designing and implementing a data science solution with a title that takes several lines"
              : "Azure Fundamentals " + i;
      cells.add(
          List.of(
              Words.of("AZ-" + (900 + i)),
              Words.of(title),
              Words.of("21 November 2026"),
              Words.of(Integer.toString(600 + 7 * i % 400))));
    }
    List<Block> blocks =
        List.of(
            new Block.Band(
                60,
                List.of(
                    new Item.Picture(new Box(0, 0, 120, 40), logo(), "Contoso Institute"),
                    new Item.Qr(
                        new Box(420, 0, 60, 60),
                        "https://badges.example.org/t/1",
                        "QR code: https://badges.example.org/t/1"))),
            new Block.Heading(1, Words.of("Transcript / \u6210\u7ee9\u5355")),
            new Block.Paragraph(
                Words.of("All exams and certifications of the person below. It can be checked at ")
                    .then(
                        Words.link(
                            "badges.example.org/transcripts",
                            URI.create("https://badges.example.org/transcripts")))
                    .then(Words.of(" with the transcript's ID and the access code."))),
            new Block.Heading(2, Words.of("Person")),
            new Block.Definitions(
                List.of(
                    new Block.Definition(
                        Words.of("Name"),
                        Words.of("\u05d0\u05d1\u05d9 \u05db\u05d4\u05df (Avi Cohen)")),
                    new Block.Definition(Words.of("Certification ID"), Words.of("C-4711-0815")),
                    new Block.Definition(
                        Words.of("Address"), Words.of("1 Main Street\nSpringfield\nUSA")))),
            new Block.Heading(2, Words.of("Exams passed")),
            new Block.Table(
                "Exams passed, newest first",
                List.of(
                    Block.Column.of("Code", 2),
                    Block.Column.of("Title", 6),
                    Block.Column.of("Date", 3),
                    new Block.Column(Words.of("Score"), 1.5, TextStyle.Align.END)),
                cells),
            new Block.Heading(2, Words.of("Remarks")),
            new Block.Bullets(
                List.of(
                    Words.of("Times are UTC."),
                    Words.of(
                        "Scores go from 1 to 1000, and 700 is what it takes to pass an exam of this kind wherever it is taken."))),
            new Block.Rule(),
            new Block.Note(Words.of("Given out by Contoso Institute.")));
    return new Document(
        Sheet.A4,
        language,
        "Transcript",
        "Contoso Institute",
        MADE,
        List.of(
            new Part.Running(
                56,
                Typography.PLAIN.accent(GREEN),
                blocks,
                new Part.Foot(
                    "Contoso Institute \u00b7 Transcript", (n, m) -> "Page " + n + " of " + m))),
        List.of(credential()));
  }

  static Figure badge() {
    var stops = List.of(new Ink.Stop(0, 0x2a9d8f, 1), new Ink.Stop(1, 0x0b3d2e, 1));
    return new Figure(
        100,
        100,
        List.of(
            new Figure.Layer(
                new Ellipse2D.Double(0, 0, 100, 100), new Ink.Radial(50, 40, 60, stops)),
            new Figure.Layer(new Ellipse2D.Double(14, 14, 72, 72), new Ink.Solid(0xffffff, 0.25)),
            new Figure.Layer(
                new Ellipse2D.Double(30, 30, 40, 40), new Ink.Linear(30, 30, 70, 70, stops))));
  }

  private static Raster logo() {
    var image = new BufferedImage(120, 40, BufferedImage.TYPE_INT_ARGB);
    var graphics = image.createGraphics();
    graphics.setPaint(new java.awt.Color(0x0b6e4f));
    graphics.fillRoundRect(0, 0, 120, 40, 20, 20);
    graphics.dispose();
    return Raster.of(image);
  }

  private static Raster signature() {
    var image = new BufferedImage(280, 80, BufferedImage.TYPE_INT_ARGB);
    var graphics = image.createGraphics();
    graphics.setPaint(java.awt.Color.BLUE);
    graphics.drawArc(10, 10, 250, 60, 30, 200);
    graphics.dispose();
    return Raster.of(image);
  }
}
