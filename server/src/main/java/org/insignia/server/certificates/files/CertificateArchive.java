package org.insignia.server.certificates.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.certificates.Certificate;
import org.insignia.server.certificates.Edition;

/**
 * Several certificates as one ZIP that is written while they are made: one of them is in memory.
 */
public final class CertificateArchive implements AutoCloseable {
  private final ZipOutputStream zip;
  private final Instant now;
  private final Set<String> taken = new HashSet<>();

  /** Begins one whose files are of this time; closing it closes the stream. */
  public CertificateArchive(OutputStream out, Instant now) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.zip.setLevel(Deflater.BEST_SPEED); // what is in them is compressed already
    this.now = now;
  }

  /** Adds one and sends it on its way; two of the same name are told apart by their numbers. */
  public void add(Certificate certificate, Edition edition, Bytes pdf) throws IOException {
    var title = certificate.title(edition.language());
    var name = certificate.credential().recipientName();
    var file = FileName.of(title, name, ".pdf");
    if (!taken.add(file.toLowerCase(Locale.ROOT))) {
      file = FileName.of(title, name, " " + certificate.number().text() + ".pdf");
    }
    var entry = new ZipEntry(file);
    entry.setTime(now.toEpochMilli());
    zip.putNextEntry(entry);
    zip.write(pdf.view());
    zip.closeEntry();
    zip.flush();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
