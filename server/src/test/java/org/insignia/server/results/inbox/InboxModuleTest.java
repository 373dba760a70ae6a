package org.insignia.server.results.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.catalog.CatalogImports;
import org.insignia.server.organisations.Allowances;
import org.insignia.server.organisations.Limit;
import org.insignia.server.organisations.Members;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.Suspensions;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.platform.testing.Until;
import org.insignia.server.platform.testing.Web;
import org.insignia.server.results.Intake;
import org.insignia.server.results.IntakeReport;
import org.insignia.server.results.ProviderId;
import org.insignia.server.results.testing.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at folders when the test says so: the worker that does it every second stands still. */
@ServerTest
class InboxModuleTest {
  private static final ProviderId CERTIPORT = ProviderId.find("certiport").orElseThrow();
  private static final String PASSWORD = "violet otter lantern";

  @Autowired Inbox inbox;
  @Autowired Taking taking;
  @Autowired Folders folders;
  @Autowired Intake intake;
  @Autowired Organisations organisations;
  @Autowired Suspensions suspensions;
  @Autowired Allowances limits;
  @Autowired Members members;
  @Autowired Accounts accounts;
  @Autowired CatalogImports catalogue;
  @Autowired Settings settings;
  @Autowired JdbcClient db;

  @Autowired
  @Qualifier("inboxWorker")
  Worker worker;

  private Organisation organisation;
  private Path folder;
  private Instant now = Instant.parse("2026-04-01T10:00:00Z");

  @BeforeEach
  void a_folder_that_nobody_else_looks_at() throws IOException {
    worker.stop();
    organisation = organisations.create("test", "i" + UUID.randomUUID(), "Inbox", null, null);
    catalogue.importFiles(organisation.id(), Rows.catalogue());
    folder = Files.createDirectories(inbox.folder(organisation, CERTIPORT));
  }

  @AfterEach
  void the_worker_goes_on() {
    worker.start();
  }

  private Path lay(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void look() {
    inbox.look(now);
    now = now.plus(Inbox.STILL);
  }

  private void lookTwice() {
    look();
    look();
  }

  private List<IntakeReport> came() {
    return intake.list(organisation.id(), 20, 0);
  }

  private List<InboxFile> kept() {
    return folders.of(organisation).stream()
        .filter(f -> f.provider().equals(CERTIPORT))
        .findFirst()
        .orElseThrow()
        .latest();
  }

  private void finish() {
    Until.holds(() -> came().stream().allMatch(r -> r.state() != IntakeReport.State.WAITING));
  }

  @Test
  void a_file_is_taken_once_two_looks_found_it_the_same() throws IOException {
    var file = lay("march.csv", "provider,");
    look();
    lay("march.csv", new Rows().add().text());
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-31T09:00:00Z")));
    look();
    assertThat(came()).as("somebody wrote to it in between").isEmpty();
    inbox.look(now.minusMillis(1));
    assertThat(came()).as("not long enough").isEmpty();
    look();
    finish();
    assertThat(came())
        .extracting(IntakeReport::fileName, IntakeReport::by, IntakeReport::accepted)
        .containsExactly(tuple("march.csv", "inbox:certiport", 1L));
    assertThat(file).doesNotExist();
    assertThat(folder.resolve("done/march.csv")).hasContent(new Rows().add().text());
    assertThat(kept())
        .extracting(InboxFile::outcome, f -> f.keptAs().orElse(""))
        .containsExactly(tuple(InboxFile.Outcome.TAKEN, "done/march.csv"));
  }

  @Test
  void names_are_kept_collisions_numbered_and_the_same_content_is_not_taken_again() {
    lay("march.csv", new Rows().add().text());
    lookTwice();
    finish();
    lay("march.csv", new Rows().add().text());
    lookTwice();
    assertThat(came()).hasSize(1);
    lay("march.csv", new Rows().add("score", "900", "result_id", "R9").text());
    lookTwice();
    finish();
    assertThat(came()).hasSize(2);
    assertThat(kept())
        .extracting(InboxFile::outcome, f -> f.keptAs().orElse(""))
        .containsExactly(
            tuple(InboxFile.Outcome.TAKEN, "done/march-3.csv"),
            tuple(InboxFile.Outcome.REPEATED, "done/march-2.csv"),
            tuple(InboxFile.Outcome.TAKEN, "done/march.csv"));
  }

  @Test
  void where_rows_were_refused_the_same_content_counts_once_that_is_mended() {
    var text = new Rows().add("exam_code", "XX-1").text();
    lay("new.csv", text);
    lookTwice();
    finish();
    assertThat(came().getFirst().refused()).isEqualTo(1);
    lay("again.csv", text);
    lookTwice();
    finish();
    assertThat(came()).hasSize(2);
  }

  @Test
  void what_cannot_be_read_is_refused_and_what_is_no_file_is_left() throws IOException {
    lay("letter.pdf", "%PDF-1.7 and more");
    lay("half.csv.part", new Rows().add().text());
    lay(".hidden", new Rows().add().text());
    lay("odd\u202ename.csv", new Rows().add().text());
    var outside = Files.writeString(settings.dataFolder().resolve(UUID.randomUUID() + ".csv"), "x");
    Files.createSymbolicLink(folder.resolve("link.csv"), outside);
    Files.createDirectory(folder.resolve("folder.csv"));
    lookTwice();
    assertThat(folder.resolve("refused/letter.pdf")).exists();
    assertThat(came()).extracting(IntakeReport::fileName).containsExactly("letter.pdf");
    assertThat(outside).hasContent("x");
    var here =
        folders.of(organisation).stream()
            .filter(f -> f.provider().equals(CERTIPORT))
            .findFirst()
            .orElseThrow();
    assertThat(here.lying())
        .extracting(Folders.Thing::name, Folders.Thing::state)
        .containsExactlyInAnyOrder(
            tuple("half.csv.part", "UNFINISHED"),
            tuple("link.csv", "LINK"),
            tuple("odd\uFFFDname.csv", "ODD_NAME"));
  }

  @Test
  void a_link_in_the_place_of_the_folder_is_not_followed() throws IOException {
    var elsewhere = Files.createDirectory(settings.dataFolder().resolve("e" + UUID.randomUUID()));
    Files.writeString(elsewhere.resolve("march.csv"), new Rows().add().text());
    Files.delete(folder);
    Files.createSymbolicLink(folder, elsewhere);
    lookTwice();
    assertThat(came()).isEmpty();
    assertThat(elsewhere.resolve("march.csv")).exists();
  }

  @Test
  void after_a_crash_before_the_move_the_file_is_moved_and_not_taken_again() {
    var file = lay("march.csv", new Rows().add("exam_code", "XX-1").text());
    var found = found(file);
    assertThat(taking.take(found)).isTrue();
    finish();
    // as it stands after a crash between the commit and the move
    db.sql("update inbox_file set kept_as = null where organisation_id = ?")
        .param(organisation.id().value())
        .update();
    lay("march.csv", new Rows().add("exam_code", "XX-1").text());
    touch(file, found.file().touchedAt());
    lookTwice();
    assertThat(came()).hasSize(1);
    assertThat(file).doesNotExist();
    assertThat(kept()).extracting(f -> f.keptAs().orElse("")).containsExactly("done/march-2.csv");
  }

  private InboxStore.Found found(Path file) {
    return new InboxStore.Found(organisation.id(), CERTIPORT, Lying.at(file).orElseThrow());
  }

  private static void touch(Path file, Instant at) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(at));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void of_two_nodes_that_look_at_once_one_takes_it() throws Exception {
    for (int i = 0; i < 5; i++) {
      var found = found(lay("m" + i + ".csv", new Rows().add("result_id", "R" + i).text()));
      var one = CompletableFuture.supplyAsync(() -> taking.take(found));
      var other = CompletableFuture.supplyAsync(() -> taking.take(found));
      assertThat(List.of(one.get(), other.get())).as("file %s", i).containsOnlyOnce(true);
    }
    assertThat(came()).hasSize(5);
    assertThat(kept()).hasSize(5).allMatch(f -> f.keptAs().isPresent());
  }

  @Test
  void while_the_organisation_is_suspended_nothing_is_taken() {
    lay("march.csv", new Rows().add().text());
    suspensions.suspend("test", organisation.id(), "unpaid");
    lookTwice();
    assertThat(came()).isEmpty();
    suspensions.reopen("test", organisation.id());
    lookTwice();
    assertThat(came()).hasSize(1);
  }

  @Test
  void what_there_is_no_room_for_lies_where_it_lay_until_there_is() {
    var file = lay("march.csv", new Rows().add().text());
    limits.set("test", organisation.id(), Map.of(Limit.STORAGE, 0));
    lookTwice();
    assertThat(came()).isEmpty();
    assertThat(file).exists();
    limits.set("test", organisation.id(), Map.of(Limit.STORAGE, 1));
    lookTwice();
    assertThat(came()).hasSize(1);
  }

  @Test
  void staff_see_where_the_folder_is_and_what_came_by_it() {
    lay("march.csv", new Rows().add().text());
    lookTwice();
    var address = EmailAddress.of("i" + UUID.randomUUID() + "@example.org");
    var person = accounts.createConfirmed("Ida", address, PASSWORD, Language.EN);
    members.grant("test", person.value(), organisation.id(), Role.ADMIN);
    var web = Web.signedIn(settings, address.value(), PASSWORD);
    var path = "/console/" + organisation.slug() + "/results";
    assertThat(web.get(path + "/providers").body())
        .contains(folder.toString(), "Watched", "Not there on this server", "done/march.csv");
    assertThat(web.get(path).body()).contains("watched folder of Certiport");
    assertThat(web.post(path + "/providers/psi/folder").statusCode()).isEqualTo(303);
    assertThat(folder.resolveSibling("psi")).isDirectory();
    assertThat(web.post(path + "/providers/..%2f..%2fetc/folder").statusCode()).isIn(400, 404);
  }
}
