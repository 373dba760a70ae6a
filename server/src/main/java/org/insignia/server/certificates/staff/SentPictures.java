package org.insignia.server.certificates.staff;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.certificates.design.DesignPictures;
import org.insignia.server.certificates.design.PictureId;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The pictures of a form: sent with it, kept from an earlier one, or taken away. One that was sent
 * is kept at once, so that nobody chooses it twice.
 */
@Component
final class SentPictures {
  private final DesignPictures pictures;

  SentPictures(DesignPictures pictures) {
    this.pictures = pictures;
  }

  /**
   * What a form brought.
   *
   * @param files by name of field; {@code <field>-file} was chosen now, {@code <field>} is kept
   */
  record Brought(
      Organisation organisation, Map<String, String> form, Map<String, MultipartFile> files) {}

  /** Id of the picture of a field, empty if there is none. */
  String of(String field, Brought brought, Problems problems, Shell shell) {
    var file = brought.files().get(field + "-file");
    if (file != null && !file.isEmpty()) {
      var sent = keep(field, brought.organisation(), file, problems, shell);
      return sent.isEmpty() ? kept(field, brought) : sent;
    }
    return brought.form().containsKey(field + "-gone") ? "" : kept(field, brought);
  }

  private String keep(
      String field, Organisation organisation, MultipartFile file, Problems problems, Shell shell) {
    try (var in = file.getInputStream()) {
      return switch (pictures.keep(organisation.id(), in)) {
        case DesignPictures.Kept(var id) -> id.value().toString();
        case DesignPictures.Blank() -> {
          problems.add(field + "-file", shell.t("certificates.picture.blank"));
          yield "";
        }
        case DesignPictures.Refused(var why) -> {
          problems.add(
              field + "-file",
              shell.t(
                  "certificates.picture." + why.name(),
                  why == Refusal.TOO_LARGE ? UploadedPictures.MOST_BYTES >> 20 : 0));
          yield "";
        }
      };
    } catch (IOException e) {
      problems.add(field + "-file", shell.t("certificates.picture.UNREADABLE", 0));
      return "";
    }
  }

  /**
   * @throws Problem.NotFound if the form names a picture that is not the organisation's
   */
  private String kept(String field, Brought brought) {
    var id = brought.form().getOrDefault(field, "");
    if (id.isEmpty()) {
      return "";
    }
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        || pictures
            .find(brought.organisation().id(), new PictureId(UUID.fromString(id)))
            .isEmpty()) {
      throw new Problem.NotFound("no such picture here");
    }
    return id;
  }
}
