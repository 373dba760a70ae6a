package org.insignia.server.results.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.insignia.server.results.Finding;
import org.insignia.server.results.IntakeId;
import org.insignia.server.results.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores a file as it comes, in one transaction, before any row of it is read. An archive is stored
 * file by file.
 */
@Component
public class Reception {
  private static final int MAX_FILES = 200;

  private final IntakeStore store;
  private final PartReception parts;
  private final Allowances limits;
  private final Audit audit;
  private final Clock clock;

  Reception(IntakeStore store, PartReception parts, Allowances limits, Audit audit, Clock clock) {
    this.limits = limits;
    this.store = store;
    this.parts = parts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a file in.
   *
   * @param sender the provider whose file it is; null where each row says it
   * @param by who hands it in, for the audit
   * @param name the file's name; folders in it are dropped
   */
  @Transactional(rollbackFor = IOException.class)
  public IntakeId take(
      OrganisationId organisation,
      @Nullable ProviderId sender,
      String by,
      String name,
      InputStream in)
      throws IOException {
    var id = Ids.next();
    var handed = new IntakeStore.Handed(id, organisation, sender, plainName(name), by);
    store.insert(handed, clock.instant());
    var digest = sha256();
    var counted = new Counted(new DigestInputStream(in, digest));
    var buffered = new BufferedInputStream(counted, 64 * 1024);
    var problem = isZip(buffered) ? takeZip(handed, buffered) : takeOne(handed, buffered);
    buffered.transferTo(java.io.OutputStream.nullOutputStream());
    if (!limits.fits(organisation, Limit.STORAGE, 0)) { // with what was stored just now
      problem =
          Finding.of("file.no-room", limits.of(organisation, Limit.STORAGE), counted.count >> 20);
      store.refuse(id, problem);
    }
    store.seal(id, counted.count, HexFormat.of().formatHex(digest.digest()), problem);
    audit.record(
        by, organisation.value(), "results.intake", "intake:" + id, counted.count + " bytes");
    return new IntakeId(id);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isZip(BufferedInputStream in) throws IOException {
    in.mark(4);
    var head = in.readNBytes(4);
    in.reset();
    return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  private @Nullable Finding takeOne(IntakeStore.Handed handed, InputStream in) throws IOException {
    parts.take(handed, 0, handed.fileName(), in);
    return null;
  }

  private @Nullable Finding takeZip(IntakeStore.Handed handed, InputStream in) throws IOException {
    int ordinal = 0;
    long left = PartReception.MAX_BYTES;
    try (var zip = new ZipInputStream(new Unclosed(in))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory() || isClutter(entry)) {
          continue;
        }
        if (entry.getName().equals("[Content_Types].xml")) {
          return Finding.of("file.excel");
        }
        if (ordinal == MAX_FILES || left <= 0) {
          return Finding.of("file.zip-too-large", MAX_FILES, PartReception.MAX_BYTES);
        }
        left -= parts.take(handed, ordinal++, plainName(entry.getName()), zip);
      }
    } catch (ZipException | EOFException broken) {
      var why = Finding.of("file.zip-broken", ordinal);
      store.closeUnfinished(handed.id(), why);
      return why;
    }
    return ordinal == 0 ? Finding.of("file.zip-empty") : null;
  }

  private static boolean isClutter(ZipEntry entry) {
    return entry.getName().startsWith("__MACOSX/") || plainName(entry.getName()).startsWith(".");
  }

  /** The last step of a path, in characters that a table and a page can hold. */
  private static String plainName(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    var plain = Finding.of("", last).args().getFirst();
    return plain.isEmpty() ? "results" : plain.substring(0, Math.min(plain.length(), 200));
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }

  /** What follows an archive still has to be read by its owner. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the owner closes it
    }
  }
}
