package org.insignia.server.accounts.profile;

import java.io.InputStream;
import java.util.Optional;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.secrets.SecretToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures of people: taken in as hostile input, kept and served as we drew them anew. */
@Service
public class Photos {
  private final PhotoStore store;
  private final Portrait portrait;
  private final Profiles profiles;

  Photos(PhotoStore store, Portrait portrait, Profiles profiles) {
    this.store = store;
    this.portrait = portrait;
    this.profiles = profiles;
  }

  /** A picture as it is served: a square JPEG without any word in it. */
  public record Photo(String hash, Jpeg jpeg) {}

  /** Draws an uploaded picture anew and keeps that; what speaks against it otherwise. */
  @Transactional
  public Optional<Refusal> put(PersonId person, InputStream upload) {
    return switch (portrait.draw(upload)) {
      case Portrait.Refused(var why) -> Optional.of(why);
      case Portrait.Drawn(var jpeg) -> {
        store.put(person, SecretToken.sha256(jpeg.base64()), jpeg);
        profiles.changed(person, "accounts.photo");
        yield Optional.empty();
      }
    };
  }

  /** Takes the picture away. */
  @Transactional
  public void remove(PersonId person) {
    if (store.remove(person)) {
      profiles.changed(person, "accounts.photo-removed");
    }
  }

  /** The picture, whoever asks. */
  public Optional<Photo> find(PersonId person) {
    return store.find(person);
  }
}
