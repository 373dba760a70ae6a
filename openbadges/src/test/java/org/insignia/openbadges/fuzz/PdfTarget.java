package org.insignia.openbadges.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insignia.openbadges.baking.Baked;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.pdf.PdfSignature;
import org.insignia.openbadges.pdf.PdfSignatures;
import org.insignia.openbadges.pdf.Pdfs;
import org.insignia.openbadges.pdf.Pdfs.Form;
import org.insignia.openbadges.pdf.Pdfs.Place;

/** PDF: whatever is attached to a sound file comes out as it was put in. */
final class PdfTarget implements FuzzTarget {
  private static final String BADGE = "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"]}";

  @Override
  public boolean judge(Bytes input) {
    attached(input);
    signed(input);
    if (input.size() == 0 || input.view()[0] != '%') return false;
    try {
      return Baking.unbake(input).isPresent();
    } catch (MalformedCredential e) {
      return false;
    }
  }

  /** The input as a file, and as the signature of one. */
  private static void signed(Bytes input) {
    var hex = java.util.HexFormat.of().formatHex(input.view());
    var start = "%PDF-1.7\n1 0 obj<</Type/Catalog/AcroForm<</Fields[<</V 2 0 R>>]>>>>endobj\n";
    var field = "2 0 obj<</Type/Sig/SubFilter/ETSI.CAdES.detached/Contents";
    int hole = start.length() + field.length();
    int behind = hole + hex.length() + 2;
    var range = "/ByteRange[0 %d %d %d]>>endobj\n".formatted(hole, behind, 70);
    var rest = range + " ".repeat(70 - range.length());
    var file = Bytes.utf8(start + field + "<" + hex + ">" + rest);
    for (Bytes pdf : List.of(input, file)) {
      try {
        Property.holds(
            PdfSignatures.of(pdf).stream().noneMatch(s -> s.state() == PdfSignature.State.GOOD),
            "a signature was made by chance");
      } catch (MalformedCredential e) {
        continue; // no PDF
      }
    }
  }

  /** The input as an attachment, plain and packed. */
  private static void attached(Bytes content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content.view())).toString();
    } catch (CharacterCodingException e) {
      return;
    }
    Optional<Baked> plain = Baking.unbake(pdf(content.view(), ""));
    byte[] packed = PngTarget.deflated(content.view());
    Property.same(plain, Baking.unbake(pdf(packed, "/Filter/FlateDecode")), "packing matters");
    plain.ifPresent(badge -> Property.same(text.strip(), badge.text(), "another attachment"));
    boolean like = text.startsWith("{") && text.contains("\"@context\"");
    Property.holds(plain.isPresent() || !like, "an attachment was passed over");
  }

  @Override
  public List<Bytes> seeds() {
    var seeds = new ArrayList<Bytes>();
    seeds.add(pdf(BADGE.getBytes(StandardCharsets.UTF_8), ""));
    seeds.add(pdf("eyJh.e30.AA".getBytes(StandardCharsets.UTF_8), ""));
    for (Form form : Form.values()) seeds.add(Pdfs.with(BADGE, Place.NAME_TREE, form));
    for (Place place : Place.values()) seeds.add(Pdfs.with(BADGE, place, Form.PACKED_ATTACHMENT));
    return seeds;
  }

  private static Bytes pdf(byte[] content, String filter) {
    var out = new ByteArrayOutputStream();
    var table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
    write(out, "%PDF-1.7\n");
    table.append("%010d 00000 n \n".formatted(out.size()));
    write(out, "1 0 obj\n<</Type/Catalog/Names<</EmbeddedFiles<</Names[(b)3 0 R]>>>>>>\nendobj\n");
    table.append("%010d 00000 n \n".formatted(out.size()));
    write(out, "2 0 obj\n<</Type/EmbeddedFile" + filter + "/Length " + content.length + ">>\n");
    write(out, "stream\n");
    out.writeBytes(content);
    write(out, "\nendstream\nendobj\n");
    table.append("%010d 00000 n \n".formatted(out.size()));
    write(out, "3 0 obj\n<</Type/Filespec/EF<</F 2 0 R>>>>\nendobj\n");
    int at = out.size();
    write(out, table + "trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n");
    return Bytes.wrap(out.toByteArray());
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
