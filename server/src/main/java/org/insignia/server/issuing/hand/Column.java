package org.insignia.server.issuing.hand;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a column of a list, or a field of the form, says. Names are stored and are keys of texts:
 * add, never rename.
 */
public enum Column {
  MAILBOX(
      "email",
      "emailaddress",
      "emailid",
      "mail",
      "mailaddress",
      "mailbox",
      "address",
      "recipientemail",
      "earneremail",
      "correo",
      "correoelectronico",
      "correoelectrónico",
      "endereçodeemail",
      "indirizzoemail",
      "邮箱",
      "电子邮箱",
      "电子邮件"),
  NAME(
      "name",
      "fullname",
      "recipientname",
      "earnername",
      "participantname",
      "studentname",
      "nombre",
      "nombrecompleto",
      "nome",
      "nomecompleto",
      "姓名"),
  GIVEN_NAME(
      "firstname",
      "givenname",
      "forename",
      "recipientfirstname",
      "issuedtofirstname",
      "primeironome",
      "nombredepila",
      "名"),
  FAMILY_NAME(
      "lastname",
      "familyname",
      "surname",
      "recipientlastname",
      "issuedtolastname",
      "apellido",
      "apellidos",
      "sobrenome",
      "cognome",
      "姓"),
  BADGE(
      "badge",
      "badgename",
      "badgetitle",
      "achievement",
      "achievementname",
      "badgeid",
      "badgeslug",
      "badgetemplateid",
      "template",
      "exam",
      "certification",
      "insignia",
      "distintivo",
      "徽章"),
  EARNED(
      "issuedon",
      "earned",
      "earnedon",
      "issuedat",
      "issuedate",
      "date",
      "awardedon",
      "dateearned",
      "fecha",
      "data",
      "日期"),
  EXPIRES(
      "expireson",
      "expires",
      "expiresat",
      "expiry",
      "expirationdate",
      "validuntil",
      "caducidad",
      "validade",
      "scadenza",
      "有效期至"),
  LANGUAGE("language", "locale", "lang", "idioma", "lingua", "语言"),
  EVIDENCE_URL("evidenceurl", "evidence", "evidencelink"),
  EVIDENCE_TEXT("evidencetext", "evidencedescription", "narrative"),
  RESULT("result", "score", "grade", "puntuacion", "puntuación", "nota", "voto", "成绩"),
  EARNER_NUMBER(
      "earnerid", "issuerearnerid", "employeeid", "studentid", "learnerid", "personid", "number"),
  REQUEST("resultid", "rowid", "id", "requestid", "idempotencykey", "externalid"),
  /** It is not looked at. */
  IGNORED;

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** What a header's cell seems to say, whatever its case, blanks and hyphens. */
  public static Column guess(String header) {
    var key = header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    return Arrays.stream(values())
        .filter(column -> column.names.contains(key))
        .findFirst()
        .orElse(IGNORED);
  }

  /** Its name as a header that {@link #guess} knows. */
  public String header() {
    return names.getFirst();
  }
}
