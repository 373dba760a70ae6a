package org.insignia.server.certificates.sheet;

import java.util.ArrayList;
import java.util.List;
import org.insignia.server.platform.fonts.Face;
import org.insignia.server.platform.paper.Item;
import org.insignia.server.platform.paper.Item.Role;
import org.insignia.server.platform.paper.Item.Stand;
import org.insignia.server.platform.paper.Part;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.paper.TextStyle;
import org.insignia.server.platform.paper.Words;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Ink;

/**
 * Gives everything on a certificate its place. The sheet lies; the middle says who and what, the
 * foot shows the badge, who signs, and how to check it.
 */
public final class CertificateSheet {
  private static final Ink INK = Ink.of("#1b2025");
  private static final Ink SOFT = Ink.of("#56606a");
  private static final double MARGIN = 58;

  /** How wide the columns at both ends of the foot are. */
  private static final double SIDE = 142;

  private static final double FOOT = 138;

  private final Inscription words;
  private final Look look;
  private final double width;
  private final double height;
  private final Ink colour;
  private final Ink.Solid fine;
  private final List<Item> items = new ArrayList<>();

  private CertificateSheet(Sheet sheet, Inscription words, Look look) {
    this.words = words;
    this.look = look;
    this.width = sheet.width();
    this.height = sheet.height();
    this.colour = Ink.of(look.colour());
    this.fine = (Ink.Solid) Ink.of(look.ornament());
  }

  /** The page of a certificate on a lying sheet. */
  public static Part of(Sheet sheet, Inscription words, Look look) {
    var page = new CertificateSheet(sheet, words, look);
    page.set();
    return new Part.Fixed(page.items);
  }

  private void set() {
    items.add(
        new Item.Drawing(
            new Box(0, 0, width, height), Ornament.sheet(width, height, colour, fine), ""));
    head();
    middle();
    badge();
    signers();
    facts();
    verify();
  }

  private void head() {
    var logo = look.logo();
    if (logo != null) {
      items.add(new Item.Picture(centred(52, 250, 46), logo, words.alternatives().logo()));
    } else {
      text(centred(54, 520, 40), words.organisation(), style(Face.BOLD, 17, colour).smallest(11));
    }
    items.add(
        new Item.Text(
            centred(108, 560, 46),
            Words.of(words.heading()),
            style(Face.SERIF, 34, colour).smallest(18),
            Role.TITLE,
            Stand.MIDDLE));
    items.add(new Item.Drawing(centred(157, 190, 8), Ornament.divider(190, fine), ""));
  }

  private void middle() {
    double top = 178;
    double end = height - MARGIN - FOOT - 14;
    double spare = Math.max(0, end - top - 186) / 2;
    double y = top + spare * 0.6;
    text(centred(y, 600, 20), words.introduction(), style(Face.REGULAR, 12.5, SOFT));
    text(centred(y + 24, 660, 56), words.name(), style(Face.SERIF, 36, INK).smallest(11));
    text(centred(y + 86, 600, 20), words.statement(), style(Face.REGULAR, 12.5, SOFT));
    items.add(
        new Item.Text(
            centred(y + 108, 620, 56),
            Words.of(words.title()).in(words.titleLanguage()),
            style(Face.BOLD, 22, colour).smallest(9),
            Role.PARAGRAPH,
            Stand.MIDDLE));
    text(centred(y + 168, 600, 32), words.closing(), style(Face.REGULAR, 12, SOFT).smallest(9));
  }

  private void badge() {
    double side = 122;
    var box = new Box(MARGIN + 4, height - MARGIN - FOOT + (FOOT - side) / 2, side, side);
    String said = words.alternatives().badge();
    items.add(
        switch (look.badge()) {
          case Look.Badge.Drawn(var figure) -> new Item.Drawing(box, figure, said);
          case Look.Badge.Printed(var raster) -> new Item.Picture(box, raster, said);
        });
  }

  /** One in the middle, two beside each other. */
  private void signers() {
    double top = height - MARGIN - FOOT;
    double room = width - 2 * (MARGIN + SIDE);
    int count = look.signers().size();
    double each = count == 1 ? 230 : room / 2 - 12;
    for (int i = 0; i < count; i++) {
      double x = count == 1 ? width / 2 - each / 2 : MARGIN + SIDE + i * (room / 2) + 6;
      signer(look.signers().get(i), words.alternatives().signatures().get(i), x, top, each);
    }
  }

  private void signer(Look.Signer signer, String alternative, double x, double y, double room) {
    var signature = signer.signature();
    if (signature != null) {
      items.add(new Item.Picture(new Box(x + 14, y, room - 28, 42), signature, alternative));
    }
    items.add(Item.Panel.filled(new Box(x + 8, y + 45, room - 16, 0.7), fine));
    text(new Box(x, y + 49, room, 14), signer.name(), style(Face.BOLD, 10.5, INK).smallest(7.5));
    items.add(
        new Item.Text(
            new Box(x, y + 63, room, 24),
            Words.of(signer.title()),
            style(Face.REGULAR, 9, SOFT).smallest(7),
            Role.PARAGRAPH,
            Stand.TOP));
  }

  /** Labels over values in as many columns, at the very foot; higher where nobody signs. */
  private void facts() {
    double top = height - MARGIN - (look.signers().isEmpty() ? FOOT / 2 + 16 : 40);
    double room = width - 2 * (MARGIN + SIDE);
    double each = room / words.facts().size();
    for (int i = 0; i < words.facts().size(); i++) {
      var fact = words.facts().get(i);
      double x = MARGIN + SIDE + i * each;
      text(
          new Box(x + 4, top, each - 8, 12),
          fact.label(),
          style(Face.REGULAR, 8, SOFT).smallest(6));
      text(
          new Box(x + 4, top + 13, each - 8, 16),
          fact.value(),
          style(Face.BOLD, 11, INK).smallest(7));
    }
  }

  private void verify() {
    double side = 92;
    double x = width - MARGIN - SIDE;
    double y = height - MARGIN - FOOT;
    items.add(
        new Item.Qr(
            new Box(x + (SIDE - side) / 2, y, side, side),
            words.verifyAt().toString(),
            words.alternatives().qr()));
    text(
        new Box(x, y + side + 2, SIDE, 13), words.verify(), style(Face.BOLD, 8.5, INK).smallest(6));
    items.add(
        new Item.Text(
            new Box(x, y + side + 16, SIDE, 24),
            Words.link(shown(words.verifyAt()), words.verifyAt()),
            style(Face.REGULAR, 7.5, SOFT).smallest(6.5),
            Role.PARAGRAPH,
            Stand.TOP));
  }

  /** An address as people type it, its number in a line of its own. */
  private static String shown(java.net.URI address) {
    return address.toString().replaceFirst("^https?://", "").replace("/verify/", "/verify/\n");
  }

  private void text(Box box, String text, TextStyle style) {
    items.add(new Item.Text(box, Words.of(text), style, Role.PARAGRAPH, Stand.MIDDLE));
  }

  private Box centred(double top, double room, double high) {
    double fitting = Math.min(room, width - 2 * MARGIN);
    return new Box((width - fitting) / 2, top, fitting, high);
  }

  private static TextStyle style(Face face, double size, Ink ink) {
    return TextStyle.of(face, size, ink).centred().leading(1.25);
  }
}
