package org.insignia.server.results.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.results.Finding;
import org.insignia.server.results.ProviderId;
import org.jspecify.annotations.Nullable;

/** Reads some rows of one file by its layout; made anew for each chunk. */
public final class RowParser {
  private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(36);

  private final Layout layout;
  private final @Nullable ProviderId sender;
  private final Instant latest;
  private final Map<String, Optional<EmailAddress>> mailboxes = new HashMap<>();

  /**
   * @param sender the provider whose file it is; null where each row says it
   * @param now no sitting is later than this, but for clocks that differ
   */
  public RowParser(Layout layout, @Nullable ProviderId sender, Instant now) {
    this.layout = layout;
    this.sender = sender;
    this.latest = now.plus(CLOCKS_DIFFER);
  }

  /** Reads one record. */
  public ParsedRow parse(RawRow raw) {
    return switch (raw) {
      case RawRow.Broken b ->
          new ParsedRow.Refused(
              b.line(),
              b.cell() == null ? "" : layout.nameOf(b.cell()),
              b.why(),
              ParsedRow.Hint.NONE);
      case RawRow.Cells c -> parse(c);
    };
  }

  private ParsedRow parse(RawRow.Cells raw) {
    var cells = new RowCells(layout, fitted(raw.cells()), mailboxes);
    try {
      if (cells.size() != layout.width()) {
        throw new Unreadable("", wrongCount(raw, cells.size()));
      }
      return layout.form() == Form.PEARSON_CANDIDATES
          ? new ParsedRow.Candidate(raw.line(), candidate(cells, moments(cells)))
          : result(raw.line(), cells);
    } catch (Unreadable e) {
      return new ParsedRow.Refused(raw.line(), e.column, e.why, cells.hint());
    }
  }

  private Finding wrongCount(RawRow.Cells raw, int cells) {
    return cells < layout.width() && !raw.ended()
        ? Finding.of("truncated", cells, layout.width())
        : Finding.of(
            cells < layout.width() ? "too-few-cells" : "more-cells-than-columns",
            cells,
            layout.width());
  }

  /** Empty cells at the end that no column belongs to are no reason to refuse. */
  private List<String> fitted(List<String> cells) {
    int size = cells.size();
    while (size > layout.width() && cells.get(size - 1).isBlank()) {
      size--;
    }
    return cells.subList(0, size);
  }

  private ParsedRow result(long line, RowCells cells) throws Unreadable {
    var notes = new ArrayList<Finding>();
    var moments = moments(cells);
    var candidate = candidate(cells, moments);
    var started = moment(cells, Field.STARTED, moments);
    var ended = moment(cells, Field.ENDED, moments);
    if (ended == null && started == null) {
      throw new Unreadable(cells.name(Field.ENDED), Finding.of("empty"));
    }
    var status = status(cells);
    var row =
        new ResultRow(
            candidate,
            cells.needed(
                layout.form() == Form.PEARSON_EXAMS ? Field.REGISTRATION : Field.RESULT, 100),
            cells.needed(Field.EXAM_CODE, 60),
            started,
            ended == null ? java.util.Objects.requireNonNull(started) : ended,
            cells.grade(notes),
            cells.flag(Field.NO_SHOW),
            cells.flag(Field.NDA_REFUSED),
            status,
            cells.number(Field.SCORE, notes),
            cells.number(Field.SCORE_MIN, notes),
            cells.number(Field.SCORE_MAX, notes),
            cells.number(Field.PASSING_SCORE, notes),
            sitting(cells),
            candidate.told());
    return new ParsedRow.Result(line, row, notes);
  }

  private static Moments moments(RowCells cells) {
    return Moments.ofRow(
        Stream.of(Field.STARTED, Field.ENDED, Field.RECEIVED).map(cells::text).toList());
  }

  private Status status(RowCells cells) throws Unreadable {
    var text = cells.text(Field.STATUS);
    if (layout.form() != Form.CANONICAL) {
      return Status.FINAL;
    }
    return Status.find(text)
        .orElseThrow(() ->
            new Unreadable(
                cells.name(Field.STATUS),
                Finding.of(text.isEmpty() ? "empty" : "unknown-status", text)));
  }

  private CandidateRow candidate(RowCells cells, Moments moments) throws Unreadable {
    var provider = provider(cells);
    var number = cells.needed(Field.CANDIDATE, 100);
    var given = cells.name(Field.FIRST_NAME, 200);
    var family = cells.name(Field.LAST_NAME, 200);
    if (given.isEmpty() && family.isEmpty() && layout.form() != Form.PEARSON_EXAMS) {
      throw new Unreadable(cells.name(Field.LAST_NAME), Finding.of("no-name"));
    }
    return new CandidateRow(
        provider,
        number,
        cells.text(Field.ISSUER_NUMBER, 100),
        given,
        family,
        cells.email(),
        cells.language(),
        cells.birthMonth(),
        moment(cells, Field.RECEIVED, moments));
  }

  private ProviderId provider(RowCells cells) throws Unreadable {
    var text = cells.text(Field.PROVIDER);
    if (text.isEmpty() && sender != null) {
      return sender;
    }
    if (text.isEmpty() && layout.form() != Form.CANONICAL) {
      return ProviderId.PEARSON_VUE;
    }
    var provider =
        ProviderId.find(text)
            .orElseThrow(() ->
                new Unreadable(
                    cells.name(Field.PROVIDER),
                    Finding.of(text.isEmpty() ? "empty" : "unknown-provider", text)));
    if (sender != null && !sender.equals(provider)) {
      throw new Unreadable(
          cells.name(Field.PROVIDER), Finding.of("other-provider", provider, sender));
    }
    return provider;
  }

  private @Nullable Instant moment(RowCells cells, Field field, Moments moments) throws Unreadable {
    var text = cells.text(field);
    if (text.isEmpty()) {
      return null;
    }
    var moment =
        moments
            .read(text)
            .orElseThrow(() -> new Unreadable(cells.name(field), Finding.of("no-date", text)));
    if (moment.isAfter(latest) || moment.isBefore(EARLIEST)) {
      throw new Unreadable(
          cells.name(field),
          Finding.of(moment.isAfter(latest) ? "date-in-future" : "date-too-early", text));
    }
    return moment;
  }

  private static ResultRow.Sitting sitting(RowCells cells) throws Unreadable {
    return new ResultRow.Sitting(
        cells.text(Field.REGISTRATION, 100),
        cells.text(Field.AUTHORIZATION, 100),
        cells.text(Field.EXAM_LANGUAGE, 60),
        cells.text(Field.FORM, 60),
        cells.text(Field.ATTEMPT, 20),
        cells.text(Field.SITE, 60),
        cells.text(Field.COUNTRY, 60),
        cells.text(Field.VOUCHER, 100),
        cells.text(Field.SECTION_SCORES, 16_000));
  }
}
