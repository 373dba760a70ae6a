package org.insignia.server.insights.posting;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Descriptions, deflated: postings repeat the same phrases, so a dictionary of them is given to
 * every text. The dictionary is part of the stored form and never changes; another one would be
 * another form.
 */
final class PackedText {
  private static final int LARGEST = 4 << 20;
  private static final byte[] PHRASES =
      ("race, religion, national origin, sexual orientation, gender identity, veteran status, disability or any other"
              + " characteristic protected by law. We are an equal opportunity employer and value diversity. reasonable"
              + " accommodation during the application process. benefits include health, dental and vision insurance, paid"
              + " time off, parental leave. base salary range for this position is compensation package equity bonus."
              + " The ideal candidate will have a proven track record. Bachelor's degree in Computer Science or a related"
              + " field. excellent communication skills, both written and verbal. ability to work independently"
              + " cross-functional teams stakeholders best practices high-quality customers. software engineering security"
              + " cloud infrastructure data platform product design development experience with knowledge of hands-on\n\n"
              + "About the role\n\nWhat you'll do\n\nResponsibilities:\n\nRequirements:\n\nWhat we're looking for\n\nQualifications:\n\n"
              + "Preferred qualifications\n\nBenefits\n\nYou have at least 5+ years of experience working with \nYou will be responsible for the ")
          .getBytes(StandardCharsets.UTF_8);

  private PackedText() {}

  static byte[] pack(String text) {
    var deflater = new Deflater(6, true);
    try {
      deflater.setDictionary(PHRASES);
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  static String unpack(byte[] packed) {
    var inflater = new Inflater(true);
    try {
      inflater.setDictionary(PHRASES);
      inflater.setInput(packed);
      var out = new ByteArrayOutputStream();
      var buffer = new byte[8192];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if ((read == 0 && !inflater.finished()) || out.size() > LARGEST) {
          throw new IllegalStateException("a stored description cannot be unpacked");
        }
        out.write(buffer, 0, read);
      }
      return out.toString(StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException("a stored description cannot be unpacked", e);
    } finally {
      inflater.end();
    }
  }
}
