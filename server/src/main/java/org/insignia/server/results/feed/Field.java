package org.insignia.server.results.feed;

import java.util.Locale;

/** What a column can mean, with its name in each form; a form without such a column has none. */
public enum Field {
  PROVIDER("provider", "", ""),
  RESULT("result_id", "", ""),
  REGISTRATION("registration_id", "RegistrationID", ""),
  AUTHORIZATION("authorization_id", "ClientAuthorizationID", ""),
  CANDIDATE("candidate_id", "ClientCandidateID", "ClientCandidateID"),
  ISSUER_NUMBER("mcid", "", ""),
  FIRST_NAME("first_name", "", "FirstName"),
  LAST_NAME("last_name", "", "LastName"),
  EMAIL("email", "", "Email"),
  ACCOUNT_LANGUAGE("account_language", "", ""),
  BIRTH_MONTH("birth_month", "", ""),
  EXAM_CODE("exam_code", "ExamSeriesCode", ""),
  EXAM_LANGUAGE("exam_language", "ExamLanguage", ""),
  FORM("form", "Form", ""),
  ATTEMPT("attempt", "Attempt", ""),
  SITE("site_id", "TCID", ""),
  COUNTRY("country", "", "Country"),
  STARTED("exam_started_utc", "", ""),
  ENDED("exam_ended_utc", "ExamDate", ""),
  SCORE("score", "Score", ""),
  SCORE_MIN("score_min", "", ""),
  SCORE_MAX("score_max", "", ""),
  PASSING_SCORE("passing_score", "PassingScore", ""),
  GRADE("grade", "Grade", ""),
  NO_SHOW("no_show", "NoShow", ""),
  NDA_REFUSED("nda_refused", "NDARefused", ""),
  STATUS("status", "", ""),
  SECTION_SCORES("section_scores", "", ""),
  VOUCHER("voucher", "Voucher", ""),
  RECEIVED("received_utc", "", "LastUpdate"),
  FILE_NAME("file_name", "", ""),
  LINE_NUMBER("line_no", "", "");

  private final String canonical;
  private final String pearsonExam;
  private final String pearsonCandidates;

  Field(String canonical, String pearsonExam, String pearsonCandidates) {
    this.canonical = canonical;
    this.pearsonExam = pearsonExam;
    this.pearsonCandidates = pearsonCandidates;
  }

  /** The column's name in a form; empty where the form has none. */
  String in(Form form) {
    return switch (form) {
      case CANONICAL -> canonical;
      case PEARSON_EXAMS -> pearsonExam;
      case PEARSON_CANDIDATES -> pearsonCandidates;
    };
  }

  /** A header cell as it is compared: case, blanks, underscores and hyphens do not matter. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-\\u00a0]", "");
  }
}
