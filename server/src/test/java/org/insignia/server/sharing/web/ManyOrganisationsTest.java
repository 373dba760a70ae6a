package org.insignia.server.sharing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Statements;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.sharing.directory.Directory;
import org.insignia.server.sharing.directory.DirectoryEntry.Kind;
import org.insignia.server.sharing.directory.Wanted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A page asks the database as often for many organisations as for a few. */
@ServerTest
class ManyOrganisationsTest {
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Settings settings;
  @Autowired Organisations organisations;
  @Autowired Members members;
  @Autowired Accounts accounts;
  @Autowired Directory directory;

  private final String mark = "m" + UUID.randomUUID().toString().replace("-", "");
  private int founded;

  @Test
  void the_list_asks_the_same_for_ten_and_for_thirty_and_goes_on_after_a_hundred() {
    var stranger = Web.stranger(settings);
    var path = "/org?q=" + Web.encoded("éCOLE " + mark);
    found(10);
    var few = asked(stranger, path);
    var fewUnfiltered = asked(stranger, "/org");
    var fewAtTheStart = asked(stranger, "/");
    found(20);
    assertThat(asked(stranger, path)).hasSizeBetween(1, 4).isEqualTo(few);
    assertThat(asked(stranger, "/org")).hasSizeBetween(1, 4).isEqualTo(fewUnfiltered);
    assertThat(asked(stranger, "/")).hasSizeBetween(1, 4).isEqualTo(fewAtTheStart);
    assertThat(shown(stranger, path)).isEqualTo(30);
    assertThat(stranger.get(path).body()).doesNotContain("rel=\"next\"");

    found(71);
    assertThat(shown(stranger, path)).isEqualTo(100);
    assertThat(stranger.get(path).body()).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
    for (var last : List.of("&page=2", "&page=999999")) {
      assertThat(shown(stranger, path + last)).isEqualTo(1);
      assertThat(stranger.get(path + last).body())
          .contains("rel=\"prev\"")
          .doesNotContain("rel=\"next\"");
    }
  }

  @Test
  void a_name_is_looked_for_as_it_is_typed() {
    found(1);
    var stranger = Web.stranger(settings);
    for (var typed : List.of("%" + mark, "_cole " + mark, mark + "\\")) {
      assertThat(shown(stranger, "/org?q=" + Web.encoded(typed))).as(typed).isZero();
    }
    var typed = Web.encoded("\0 école " + mark);
    assertThat(shown(stranger, "/org?page=nine&q=" + typed)).isEqualTo(1);
  }

  @Test
  void a_search_asks_the_same_for_ten_and_for_thirty_and_never_for_all() {
    var stranger = Web.stranger(settings);
    var path = "/directory?what=organisations&q=" + mark;
    found(10);
    Until.holds(() -> inDirectory() == 10);
    var few = asked(stranger, path);
    found(20);
    Until.holds(() -> inDirectory() == 30);
    assertThat(asked(stranger, path))
        .isEqualTo(few)
        .noneMatch(sql -> sql.contains("from organisation") && !sql.contains(" where "));
  }

  @Test
  void the_console_asks_the_same_for_ten_and_for_thirty_and_goes_on_after_thirty() {
    var address = EmailAddress.of(mark + "@example.org");
    var person = accounts.createConfirmed("Ana", address, PASSWORD, Language.EN).value();
    var staff = Web.signedIn(settings, address.value(), PASSWORD);
    found(10).forEach(o -> members.grant("test", person, o.id(), Role.ISSUER));
    var few = asked(staff, "/console");
    found(20).forEach(o -> members.grant("test", person, o.id(), Role.VIEWER));
    assertThat(asked(staff, "/console")).isNotEmpty().isEqualTo(few);
    assertThat(shown(staff, "/console")).isEqualTo(30);
    assertThat(staff.get("/console").body()).doesNotContain("rel=\"next\"");

    found(1).forEach(o -> members.grant("test", person, o.id(), Role.ADMIN));
    assertThat(shown(staff, "/console")).isEqualTo(30);
    assertThat(staff.get("/console").body()).contains("href=\"/console?page=2\"");
    assertThat(shown(staff, "/console?page=2")).isEqualTo(1);
    assertThat(staff.get("/console?page=2").body()).contains("Your role: Administrator");
    assertThat(staff.get("/console?page=3").statusCode()).isEqualTo(303);
  }

  @Test
  void an_operator_is_owner_everywhere_and_sees_a_page_at_a_time() {
    var address = EmailAddress.of(mark + "@example.org");
    var person = accounts.createConfirmed("Ola", address, PASSWORD, Language.EN).value();
    members.makeOperator("test", person);
    found(31);
    var operator = Web.signedIn(settings, address.value(), PASSWORD);
    var few = asked(operator, "/console");
    assertThat(operator.get("/console").body())
        .contains("Your role: Owner", "href=\"/console?page=2\"");
    found(20);
    assertThat(asked(operator, "/console")).isEqualTo(few);
  }

  /** Founds so many more, each after those before. */
  private List<Organisation> found(int more) {
    int before = founded;
    founded += more;
    return java.util.stream.IntStream.range(before, founded)
        .mapToObj(i -> {
          var name = "École %s %03d".formatted(mark, i);
          return organisations.create("test", mark + "-" + i, name, null, null);
        })
        .toList();
  }

  /** The statements about organisations, their people and badges that this page is made of. */
  private static List<String> asked(Web web, String path) {
    var name = UUID.randomUUID().toString();
    assertThat(web.get(path, Statements.HEADER, name).statusCode()).isEqualTo(200);
    return Statements.of(name).stream()
        .filter(sql -> sql.matches(".*\\b(organisation|organisation_id|operator)\\b.*"))
        .toList();
  }

  /** How many of this test's organisations stand on a page. */
  private int shown(Web web, String path) {
    return web.get(path).body().split("/org/" + mark + "-", -1).length - 1;
  }

  private int inDirectory() {
    var wanted = new Wanted(mark, EnumSet.of(Kind.ORGANISATION), null, "", false, Language.EN);
    var found = directory.find(wanted, 1);
    return found.nearly() ? 0 : found.total();
  }
}
