package org.insignia.server.insights.skill;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words for skills that the operator hands in; every node follows the latest file. */
@Service
public class OwnSkills {
  /** So many bytes a file may have. */
  public static final int LARGEST = 1 << 20;

  private static final int MOST = 2000;
  private static final int MOST_ALIASES = 100;
  private static final int LONGEST = 80;
  private static final int SHORT = 3;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final OwnSkillStore store;
  private final SkillTable table;
  private final Audit audit;

  OwnSkills(OwnSkillStore store, SkillTable table, Audit audit) {
    this.store = store;
    this.table = table;
    this.audit = audit;
  }

  /**
   * What became of a file.
   *
   * @param skills names in it
   * @param added of them the skills that the product did not know
   * @param spellings that were not known either
   * @param passedOver spellings that already stand for a skill, for this one or another
   */
  public record Taken(int skills, int added, int spellings, int passedOver) {}

  /**
   * Takes a file in place of the one before; one without skills takes all back.
   *
   * @param file JSON: an object whose members are skills, each with a list of other spellings
   * @throws Problem.Invalid if it cannot be read: then nothing is taken
   */
  @Transactional
  public Taken take(String actor, InputStream file) throws IOException {
    var bytes = file.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new Problem.Invalid(
          "file", "it is larger than " + LARGEST + " bytes: leave out what the product knows");
    }
    var skills = read(bytes);
    store.replace(skills, digest(bytes));
    var taken = new SkillTable().with(skills, "").counts();
    audit.record(actor, null, "insights.skills-import", "own skills", taken.skills() + " skills");
    return taken;
  }

  private static List<OwnSkill> read(byte[] bytes) {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JacksonException e) {
      throw new Problem.Invalid("file", "it is no JSON" + at(e) + ": " + e.getOriginalMessage());
    }
    if (!root.isObject() || root.size() > MOST) {
      throw new Problem.Invalid(
          "file",
          "it must be an object of at most " + MOST + " skills, each with a list of spellings");
    }
    List<OwnSkill> skills = new ArrayList<>();
    root.properties()
        .forEach(member -> {
          var name = spelling(member.getKey(), member.getKey());
          if (!member.getValue().isArray() || member.getValue().size() > MOST_ALIASES) {
            throw new Problem.Invalid(
                "file", "the spellings of " + name + " must be a list of at most " + MOST_ALIASES);
          }
          List<String> aliases = new ArrayList<>();
          member
              .getValue()
              .forEach(each -> {
                if (!each.isString()) {
                  throw new Problem.Invalid("file", "a spelling of " + name + " is no text");
                }
                aliases.add(careful(spelling(each.stringValue(), name)));
              });
          skills.add(new OwnSkill(name, aliases));
        });
    return skills;
  }

  private static String at(JacksonException e) {
    var at = e.getLocation();
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  private static String spelling(String text, String of) {
    var stripped = text.strip();
    boolean odd = stripped.codePoints().anyMatch(Character::isISOControl);
    if (stripped.length() > LONGEST || odd || Alias.of("", stripped).words().isEmpty()) {
      throw new Problem.Invalid(
          "file",
          "a spelling of \"" + of + "\" is empty, longer than " + LONGEST + " or has no letter");
    }
    return stripped;
  }

  /** What is as short as "js" or "cv" is a word of everyday language somewhere. */
  private static String careful(String text) {
    boolean marked = text.startsWith("=") || text.startsWith("?");
    return !marked && text.length() <= SHORT ? "?" + text : text;
  }

  private static String digest(byte[] bytes) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Brings the table of this node up to the latest file, and tells its version. */
  public String follow() {
    var digest = store.digest();
    if (!table.own().equals(digest)) {
      table.with(digest.isEmpty() ? List.of() : store.all(), digest);
    }
    return table.version();
  }
}
