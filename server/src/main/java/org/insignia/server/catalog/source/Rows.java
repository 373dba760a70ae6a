package org.insignia.server.catalog.source;

import static org.insignia.server.catalog.source.SkillPhrases.plain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.server.catalog.model.Certification.Basis;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.model.Requirement;
import org.insignia.server.catalog.source.Fact.Edition;
import org.insignia.server.catalog.source.SourceProblem.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Rows of the JSON Lines files: what they are is seen from their members, not from the file's name.
 */
final class Rows {
  private static final Pattern DATE_AT_END = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s*$");

  private final Edition otherwise;
  private final Consumer<Fact> sink;

  /**
   * @param otherwise the edition of rows that name none
   */
  Rows(Edition otherwise, Consumer<Fact> sink) {
    this.otherwise = otherwise;
    this.sink = sink;
  }

  void read(Fields row) {
    if (row.has("requires") || row.has("basis")) {
      requirement(row);
    } else if (row.has("certificationUid")) {
      sink.accept(
          new Fact.EntryFact(row.origin(), edition(row), Entries.renewal(row, "examsPassed")));
      texts(row, edition(row));
    } else if (row.has("number")) {
      sink.accept(
          new Fact.EntryFact(row.origin(), edition(row), Entries.exam(row, Entries.Names.ROWS)));
      texts(row, edition(row));
    } else if (row.has("exams") && row.has("uid")) {
      sink.accept(
          new Fact.EntryFact(
              row.origin(), edition(row), Entries.certification(row, Entries.Names.ROWS)));
    } else if (row.has("paths") && row.has("certifications")) {
      sink.accept(new Fact.EntryFact(row.origin(), edition(row), Entries.role(row, "paths")));
    } else if (row.has("source") && row.has("skills")) {
      texts(row, english(row));
    } else if (row.has("subTitle") || row.has("summary")) {
      texts(row, edition(row));
    } else {
      throw new Unusable(Reason.UNKNOWN_ROW, "");
    }
  }

  private void requirement(Fields row) {
    JsonNode tree = row.node("requires");
    Requirement requires = tree == null ? null : RequirementTree.read(tree);
    sink.accept(
        new Fact.RequirementFact(
            row.origin(),
            edition(row),
            row.required("certification"),
            requires,
            basis(row.text("basis"), requires == null),
            row.texts("listedExams")));
  }

  private static Basis basis(@Nullable String word, boolean unknown) {
    if (unknown) {
      return Basis.AMBIGUOUS;
    }
    if (word != null) {
      String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
      for (Basis basis : Basis.values()) {
        if (basis.name().equals(name)) {
          return basis;
        }
      }
    }
    return Basis.STATED;
  }

  private void texts(Fields row, Edition edition) {
    String title = row.text("title");
    List<EntryText.SkillPhrase> skills =
        row.has("skills") ? SkillPhrases.read(row, "skills") : null;
    EntryText text =
        new EntryText(
            title == null || title.isBlank() ? null : plain(title),
            row.text("subTitle"),
            row.text("summary"),
            skills == null || skills.isEmpty() ? null : skills);
    sink.accept(new Fact.TextFact(row.origin(), edition, row.required("uid"), text));
  }

  /** English phrases come without locale; their date is the last word of their source. */
  private Edition english(Fields row) {
    Matcher date = DATE_AT_END.matcher(row.required("source"));
    return new Edition(date.find() ? parsed(date.group(1)) : otherwise.date(), "en-us");
  }

  private Edition edition(Fields row) {
    String locale = row.text("locale");
    String snapshot = row.text("snapshot");
    return new Edition(
        snapshot == null ? otherwise.date() : parsed(snapshot),
        locale == null ? otherwise.locale() : locale.toLowerCase(Locale.ROOT));
  }

  private static LocalDate parsed(String date) {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new Unusable(Reason.WRONG_TYPE, "snapshot: " + date, e);
    }
  }
}
