package org.insignia.server.api.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.AchievementId;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.design.BadgeLook;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.design.DesignDrawing;
import org.insignia.server.catalog.design.DesignId;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.catalog.handmade.LookVersion;
import org.insignia.server.catalog.staff.BroughtPictures;
import org.insignia.server.catalog.wording.BadgeLooks;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How the badges of an achievement look: composed of parts, or a picture that is brought. Badges
 * that were issued keep the look that they were issued with.
 */
@RestController
@RequestMapping("/rest/v1/achievements/{id}")
class LooksApi {
  private static final String SVG = "image/svg+xml";
  private static final String SIZE_OF_PNG = "600";
  private static final int SMALLEST_PNG = 32;
  private static final int LARGEST_PNG = 1200;

  private final ApiDoor door;
  private final Achievements achievements;
  private final HandMade made;
  private final BroughtPictures pictures;
  private final Texts texts;
  private final Settings settings;

  LooksApi(
      ApiDoor door,
      Achievements achievements,
      HandMade made,
      BroughtPictures pictures,
      Texts texts,
      Settings settings) {
    this.door = door;
    this.achievements = achievements;
    this.made = made;
    this.pictures = pictures;
    this.texts = texts;
    this.settings = settings;
  }

  /** The present one first. */
  @GetMapping("/looks")
  ResponseEntity<Listing<LookJson>> list(@PathVariable UUID id, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_READ);
    var achievement = own(visit, id);
    var looks = made.looks(achievement.id());
    return Listing.answer(
        looks.stream().map(look -> json(id, look, look.equals(looks.getFirst()))).toList(),
        null,
        "");
  }

  /** Composes it; what is left out is as in the present one, or made from the name. */
  @PutMapping(path = "/look", consumes = MediaType.APPLICATION_JSON_VALUE)
  LookJson compose(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var achievement = own(visit, id);
    return give(visit, achievement, LookBody.read(Body.of(json), first(visit, achievement)));
  }

  private Design first(Visit visit, Achievement achievement) {
    return achievements.design(achievement.design()) instanceof Design design
        ? design
        : BadgeLooks.of(
            achievement.words(achievement.main()).name(),
            achievement.particulars().level(),
            visit.organisation().name());
  }

  /** What {@link #compose} would give it; nothing is kept. */
  @PostMapping(path = "/look/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> tried(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_READ);
    var look = LookBody.read(Body.of(json), first(visit, own(visit, id)));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.valueOf(SVG))
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(DesignDrawing.svg(look).getBytes(StandardCharsets.UTF_8));
  }

  /** The body is the picture; its kind is told by its first bytes. */
  @PutMapping(
      path = "/look",
      consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE, SVG})
  LookJson bring(@PathVariable UUID id, HttpServletRequest request) throws IOException {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var achievement = own(visit, id);
    var bytes = request.getInputStream().readNBytes(UploadedPictures.MOST_BYTES + 1);
    var title = achievement.words(achievement.main()).name();
    return switch (pictures.brought(title, Bytes.wrap(bytes))) {
      case BroughtPictures.Look(var look) -> give(visit, achievement, look);
      case BroughtPictures.Busy busy ->
          throw new Problem.TooMany(
              Duration.ofSeconds(30), "many pictures are being read just now");
      case BroughtPictures.Refused(var key, var value) ->
          throw new Problem.Invalid("", texts.text(Language.EN, key, value));
    };
  }

  private LookJson give(Visit visit, Achievement achievement, BadgeLook look) {
    made.giveLook(visit.actor(), visit.organisation(), achievement, look);
    return json(achievement.id().value(), made.looks(achievement.id()).getFirst(), true);
  }

  /** An earlier one is the present one again, as a new version. */
  @PostMapping("/looks/{look}/again")
  LookJson again(@PathVariable UUID id, @PathVariable UUID look, HttpServletRequest request) {
    var visit = door.enter(request, Scope.ACHIEVEMENTS_WRITE);
    var achievement = own(visit, id);
    made.goBack(visit.actor(), visit.organisation(), achievement, new DesignId(look));
    return json(id, made.looks(achievement.id()).getFirst(), true);
  }

  @GetMapping("/looks/{look}/image.svg")
  ResponseEntity<byte[]> svg(
      @PathVariable UUID id, @PathVariable UUID look, HttpServletRequest request) {
    var drawn = DesignDrawing.svg(look(id, look, request));
    return picture(SVG, drawn.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/looks/{look}/image.png")
  ResponseEntity<byte[]> png(
      @PathVariable UUID id,
      @PathVariable UUID look,
      @RequestParam(defaultValue = SIZE_OF_PNG) String size,
      HttpServletRequest request) {
    var wanted = look(id, look, request);
    if (!size.matches("[0-9]{2,4}")
        || Integer.parseInt(size) < SMALLEST_PNG
        || Integer.parseInt(size) > LARGEST_PNG) {
      throw new Problem.Invalid(
          "size", "pixels of a side, from " + SMALLEST_PNG + " to " + LARGEST_PNG);
    }
    return picture(
        MediaType.IMAGE_PNG_VALUE, DesignDrawing.png(wanted, Integer.parseInt(size)).toArray());
  }

  private BadgeLook look(UUID id, UUID look, HttpServletRequest request) {
    var achievement = own(door.enter(request, Scope.ACHIEVEMENTS_READ), id);
    return made.looks(achievement.id()).stream()
        .map(LookVersion::id)
        .filter(new DesignId(look)::equals)
        .findFirst()
        .map(achievements::design)
        .orElseThrow(() -> new Problem.NotFound("it has no look " + look));
  }

  private static ResponseEntity<byte[]> picture(String type, byte[] bytes) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
        .contentType(MediaType.valueOf(type))
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(bytes);
  }

  private Achievement own(Visit visit, UUID id) {
    return achievements.get(List.of(new AchievementId(id))).stream()
        .filter(a -> a.organisation().equals(visit.organisation().id()))
        .findFirst()
        .orElseThrow(() -> new Problem.NotFound("there is no achievement " + id));
  }

  private LookJson json(UUID achievement, LookVersion look, boolean present) {
    return LookJson.of(
        look,
        achievements.design(look.id()),
        present,
        settings.url(
            "/rest/v1/achievements/" + achievement + "/looks/" + look.id().value() + "/image.svg"));
  }
}
