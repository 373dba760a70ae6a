package org.insignia.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.insignia.server.platform.settings.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays the demo data on the first start with {@code --demo} and says on every such start how to get
 * in.
 */
@Component
@Order(20)
final class Demo implements ApplicationRunner {
  private final Settings settings;
  private final DemoProgramme programme;
  private final JsonMapper json;

  Demo(Settings settings, DemoProgramme programme, JsonMapper json) {
    this.settings = settings;
    this.programme = programme;
    this.json = json;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!settings.demo()) {
      return;
    }
    var file = settings.dataFolder().resolve("demo.json");
    try {
      if (!Files.exists(file)) {
        var part = Path.of(file + ".part");
        Files.writeString(
            part, json.writerWithDefaultPrettyPrinter().writeValueAsString(programme.lay()));
        Files.move(part, file);
      }
      System.out.println(notice(json.readValue(Files.readString(file), DemoFile.class), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String notice(DemoFile demo, Path file) {
    URI mailbox = settings.url("/mailbox");
    return """

      Insignia is ready: %s

      operator   %s   %s
      owner      %s   %s   (organisation %s)
      earner     %s   %s   (profile %s)
    %s\
      unclaimed  %s   claim it at %s
      a badge    %s
    %s\
      mails      %s
      all of this as JSON: %s
    %s\
    """
        .formatted(
            demo.baseUrl(),
            demo.operator().email(),
            demo.operator().password(),
            demo.owner().email(),
            demo.owner().password(),
            demo.owner().organisation(),
            demo.earner().email(),
            demo.earner().password(),
            demo.earner().profile(),
            unasked(demo),
            demo.unclaimed().email(),
            demo.unclaimed().claimUrl(),
            demo.badge(),
            transcript(demo),
            settings.smtpUrl() == null ? mailbox : "go out through the SMTP server of the settings",
            file,
            story(demo));
  }

  private static String unasked(DemoFile demo) {
    var person = demo.unasked();
    return person == null
        ? ""
        : "  earner     %s   %s   (badges are accepted unasked; reads Italian)\n"
            .formatted(person.email(), person.password());
  }

  private static String transcript(DemoFile demo) {
    var shared = demo.transcript();
    return shared == null
        ? ""
        : "  transcript %s   access code %s   (as data: /api/profiles/transcript/share/%s)\n"
            .formatted(shared.address(), shared.code(), shared.id());
  }

  private static String story(DemoFile demo) {
    return demo.collection() == null
        ? ""
        : """

          Ana Marques, the first earner, holds certifications in force, expired and retired, has one under way and failed
          two exams. She shows her badges and one from a lighthouse, and keeps one exam to herself. She made a collection
          (%s),
          laid evidence beside her best badge, asked for her name to be corrected, shares a transcript and keeps a search
          for work. From each badge one press leads to who hires for it, by 300 invented postings.
          Grace Adeyemi, the owner, finds that wish at /console, beside a mailbox that refuses letters (Inés Castellanos),
          two records that may be one person (Maya Lindqvist) and a result that is held (Tomás Herrera).
        """
            .formatted(demo.collection());
  }
}
