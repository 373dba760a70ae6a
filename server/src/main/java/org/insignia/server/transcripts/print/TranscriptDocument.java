package org.insignia.server.transcripts.print;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.paper.Block;
import org.insignia.server.platform.paper.Block.Column;
import org.insignia.server.platform.paper.Block.Definition;
import org.insignia.server.platform.paper.Document;
import org.insignia.server.platform.paper.Part;
import org.insignia.server.platform.paper.Sheet;
import org.insignia.server.platform.paper.Typography;
import org.insignia.server.platform.paper.Words;
import org.insignia.server.platform.paper.drawing.Ink;
import org.insignia.server.platform.paper.pdf.Attachment;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.data.LearnerRecord;
import org.insignia.server.transcripts.data.LearnerRecords;
import org.insignia.server.transcripts.record.EarnedCertification;
import org.insignia.server.transcripts.record.HeldBadge;
import org.insignia.server.transcripts.record.Identity;
import org.insignia.server.transcripts.record.PassedExam;
import org.insignia.server.transcripts.record.Transcript;
import org.jspecify.annotations.Nullable;

/** Lays out a transcript. Where all of it is of one organisation, that is said once. */
final class TranscriptDocument {
  private static final double MARGIN = 50;
  private static final double SIZE = 9.2;

  private final Transcript transcript;
  private final Texts texts;
  private final Settings settings;
  private final boolean several;

  TranscriptDocument(Transcript transcript, Texts texts, Settings settings) {
    this.transcript = transcript;
    this.texts = texts;
    this.settings = settings;
    this.several = transcript.issuers().size() > 1;
  }

  Document on(Sheet sheet, Organisation signer, List<LearnerRecord> attached) {
    Identity identity = transcript.identity();
    String foot = text("record.paper.foot", identity.name(), identity.certificationId().text());
    var part =
        new Part.Running(
            MARGIN,
            typography(signer),
            blocks(signer),
            new Part.Foot(foot, (page, pages) -> text("record.paper.page", page, pages)));
    return new Document(
        sheet,
        transcript.language(),
        text("record.clr.name", identity.name()),
        signer.name(),
        transcript.asOf(),
        List.of(part),
        attachments(attached));
  }

  private static Typography typography(Organisation signer) {
    Typography plain = Typography.PLAIN;
    Ink accent = Accent.parse(signer.accent()).map(a -> Ink.of(a.onLight())).orElse(plain.accent());
    return new Typography(SIZE, plain.headings(), plain.text(), accent, plain.soft());
  }

  /** One file, so that whoever is given the PDF finds one thing to verify. */
  private List<Attachment> attachments(List<LearnerRecord> records) {
    return records.isEmpty()
        ? List.of()
        : List.of(
            new Attachment(
                "transcript.json",
                "application/ld+json",
                text("record.clr.name", transcript.identity().name()),
                LearnerRecords.together(records),
                transcript.asOf()));
  }

  private List<Block> blocks(Organisation signer) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, words("record.transcript.title")));
    blocks.add(new Block.Definitions(identity()));
    table(blocks, "record.section.active", certificationColumns(false), certifications(false));
    table(blocks, "record.section.historical", certificationColumns(true), certifications(true));
    table(
        blocks,
        "record.section.exams",
        columns(
            Column.of(text("record.column.code"), 2),
            Column.of(text("record.column.exam"), 5.5),
            issuer(),
            Column.of(text("record.column.passed"), 2.6)),
        transcript.exams().stream().map(this::row).toList());
    table(
        blocks,
        "record.section.badges",
        columns(
            Column.of(text("record.column.badge"), 5.5),
            issuer(),
            Column.of(text("record.column.earned"), 2.6),
            Column.of(text("record.column.status"), 2)),
        transcript.badges().stream().map(this::row).toList());
    String verify = settings.url("/verify").toString();
    blocks.add(new Block.Space(SIZE));
    blocks.add(new Block.Rule());
    blocks.add(new Block.Note(Words.of(text("record.paper.signed", signer.name(), verify))));
    return blocks;
  }

  private List<Definition> identity() {
    Identity identity = transcript.identity();
    List<Definition> lines = new ArrayList<>();
    lines.add(new Definition(words("record.name"), Words.of(identity.name()).bold()));
    lines.add(line("record.certification-id", identity.certificationId().text()));
    String address = identity.address();
    if (address != null) {
      lines.add(line("record.address", address));
    }
    if (!several) {
      transcript.issuers().values().forEach(name -> lines.add(line("record.column.issuer", name)));
    }
    lines.add(line("record.as-of", date(transcript.asOf())));
    return lines;
  }

  private Definition line(String key, String value) {
    return new Definition(words(key), Words.of(value));
  }

  /** Nothing where there are no rows. */
  private void table(
      List<Block> blocks, String title, List<Column> columns, List<List<Words>> rows) {
    if (!rows.isEmpty()) {
      blocks.add(new Block.Heading(2, words(title)));
      blocks.add(new Block.Table(text(title), columns, rows));
    }
  }

  private List<Column> certificationColumns(boolean states) {
    return columns(
        Column.of(text("record.column.certification"), states ? 3.3 : 4.1),
        issuer(),
        Column.of(text("record.column.earned"), states ? 2.8 : 2.9),
        Column.of(text("record.column.until"), states ? 2.8 : 2.9),
        Column.of(text("record.column.number"), states ? 4.4 : 4),
        states ? Column.of(text("record.column.status"), 2.6) : null);
  }

  private List<List<Words>> certifications(boolean states) {
    return (states ? transcript.historical() : transcript.active())
        .stream()
            .map(one ->
                cells(
                    one.title(),
                    several ? one.issuer() : null,
                    date(one.earnedAt()),
                    until(one),
                    one.number() == null ? "" : one.number(),
                    states ? text("record.status." + one.status().name()) : null))
            .toList();
  }

  private String until(EarnedCertification one) {
    Instant until = one.validUntil();
    return until == null ? text("record.no-end") : date(until);
  }

  private List<Words> row(PassedExam exam) {
    return cells(exam.code(), exam.title(), several ? exam.issuer() : null, date(exam.earnedAt()));
  }

  private List<Words> row(HeldBadge badge) {
    return cells(
        badge.title(),
        several ? badge.issuer() : null,
        date(badge.earnedAt()),
        text("record.badge-status." + badge.status().name()));
  }

  private @Nullable Column issuer() {
    return several ? Column.of(text("record.column.issuer"), 2.6) : null;
  }

  /** Without those that this transcript does not need. */
  private static List<Column> columns(@Nullable Column... columns) {
    return Stream.of(columns)
        .<Column>mapMulti((column, out) -> {
          if (column != null) {
            out.accept(column);
          }
        })
        .toList();
  }

  private static List<Words> cells(@Nullable String... texts) {
    return Stream.of(texts)
        .<Words>mapMulti((text, out) -> {
          if (text != null) {
            out.accept(Words.of(text));
          }
        })
        .toList();
  }

  private Words words(String key) {
    return Words.of(text(key));
  }

  private String date(Instant at) {
    return texts.date(transcript.language(), at);
  }

  private String text(String key, Object... args) {
    return texts.text(transcript.language(), key, args);
  }
}
