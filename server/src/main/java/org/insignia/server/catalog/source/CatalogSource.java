package org.insignia.server.catalog.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.insignia.server.catalog.source.CountedStream.TooLarge;
import org.insignia.server.catalog.source.Fact.Origin;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of any supported form: {@code .jsonl}, {@code .json}, {@code .yml}, {@code .yaml},
 * each also {@code .gz}, and {@code .tar.gz} of them. One bad file or row never stops the rest.
 * Files that are no catalogue (Markdown, images) are passed over inside archives and named outside
 * of them.
 */
public final class CatalogSource {
  private final Limits limits;
  private final LocalDate today;
  private final Problems problems;
  private final List<Fact> facts = new ArrayList<>();
  private long bytesLeft;

  /**
   * @param today the edition's date of files that name none
   */
  public CatalogSource(LocalDate today) {
    this(today, Limits.USUAL);
  }

  CatalogSource(LocalDate today, Limits limits) {
    this.today = today;
    this.limits = limits;
    this.problems = new Problems(limits.problems());
    this.bytesLeft = limits.allBytes();
  }

  public CatalogSource read(List<SourceFile> files) {
    files.forEach(this::read);
    return this;
  }

  /** In the order of files and rows. */
  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  public Problems problems() {
    return problems;
  }

  private void read(SourceFile file) {
    String name = file.name();
    try (InputStream raw = new BufferedInputStream(file.contents().open(), 1 << 16)) {
      String lower = name.toLowerCase(Locale.ROOT);
      boolean packed = lower.endsWith(".gz") || lower.endsWith(".tgz");
      CountedStream in =
          new CountedStream(packed ? new GZIPInputStream(raw, 1 << 16) : raw, bytesLeft);
      try {
        if (lower.endsWith(".tar.gz") || lower.endsWith(".tgz") || lower.endsWith(".tar")) {
          archive(name, in);
        } else {
          content(name, plainName(lower), in);
        }
      } finally {
        bytesLeft = Math.max(0, in.left());
      }
    } catch (TooLarge _) {
      problems.add(new Origin(name, 0), Reason.TOO_LARGE, limits.allBytes() + " bytes");
    } catch (IOException e) {
      problems.add(new Origin(name, 0), Reason.UNREADABLE_FILE, message(e));
    }
  }

  private static String plainName(String lower) {
    return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
  }

  private void archive(String name, CountedStream in) throws IOException {
    TarEntries tar = new TarEntries(in);
    TarEntries.@Nullable TarFile entry;
    for (int count = 0; (entry = tar.next((int) limits.fileBytes())) != null; count++) {
      if (count >= limits.entries()) {
        problems.add(new Origin(name, 0), Reason.TOO_LARGE, limits.entries() + " files");
        return;
      }
      String lower = entry.name().toLowerCase(Locale.ROOT);
      String label = name + "!" + entry.name();
      if (isPage(lower)) {
        page(label, entry.content());
      } else if (lower.endsWith(".jsonl") || lower.endsWith(".json")) {
        rows(label, lower, new ByteArrayInputStream(entry.content()));
      }
    }
  }

  private void content(String name, String lower, InputStream in) throws IOException {
    if (isPage(lower)) {
      byte[] content = in.readNBytes((int) limits.fileBytes() + 1);
      if (content.length > limits.fileBytes()) {
        problems.add(new Origin(name, 0), Reason.TOO_LARGE, limits.fileBytes() + " bytes");
      } else {
        page(name, content);
      }
    } else if (lower.endsWith(".jsonl") || lower.endsWith(".json")) {
      rows(name, lower, new CountedStream(in, limits.fileBytes()));
    } else {
      problems.add(new Origin(name, 0), Reason.UNKNOWN_FILE, "");
    }
  }

  private static boolean isPage(String lower) {
    return lower.endsWith(".yml") || lower.endsWith(".yaml");
  }

  private void rows(String name, String lower, InputStream in) throws IOException {
    Rows rows = new Rows(NameHints.edition(name, today), this::take);
    JsonFile json = new JsonFile(name, limits, problems, rows::read);
    if (lower.endsWith(".jsonl")) {
      json.lines(in);
    } else {
      json.whole(in);
    }
  }

  private void page(String name, byte[] content) {
    Origin origin = new Origin(name, 0);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.startsWith("\ufeff")) {
        text = text.substring(1);
      }
      String kind = Page.kind(text);
      if (kind.isEmpty()) {
        problems.add(origin, Reason.UNKNOWN_FILE, "");
        return;
      }
      Fields fields = new Fields(YamlTree.read(text), new Origin(name, 1), problems);
      new Page(NameHints.edition(name, today), this::take).read(kind, fields);
    } catch (CharacterCodingException _) {
      problems.add(origin, Reason.NOT_UTF8, "");
    } catch (YamlTree.NotYaml e) {
      problems.add(new Origin(name, e.line()), Reason.NOT_YAML, message(e));
    } catch (Unusable e) {
      problems.add(new Origin(name, 1), e.reason(), e.detail());
    }
  }

  private void take(Fact fact) {
    if (facts.size() >= limits.facts()) {
      throw new Unusable(Reason.TOO_LARGE, limits.facts() + " rows");
    }
    facts.add(fact);
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
