package org.insignia.server.results.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.results.ProviderId;
import org.springframework.stereotype.Component;

/** The watched folders of an organisation as this node sees them. */
@Component
public class Folders {
  private static final int LATEST = 10;
  private static final int SHOWN = 20;

  private final Inbox inbox;
  private final InboxStore store;
  private final Audit audit;

  Folders(Inbox inbox, InboxStore store, Audit audit) {
    this.inbox = inbox;
    this.store = store;
    this.audit = audit;
  }

  /**
   * The folder of one provider.
   *
   * @param lying what lies there and is not moved yet, with the state as the end of a text key
   * @param latest what was taken last, the newest first
   */
  public record Folder(
      ProviderId provider, Path path, State state, List<Thing> lying, List<InboxFile> latest) {
    public Folder {
      lying = List.copyOf(lying);
      latest = List.copyOf(latest);
    }
  }

  /** Whether a folder can be watched on this node. Names are keys of texts. */
  public enum State {
    WATCHED,
    /** Nobody made it. */
    ABSENT,
    /** It is there, and this node may not read it or move files out of it. */
    CLOSED
  }

  /** Something in the folder. */
  public record Thing(String name, String state) {}

  /** One for each provider that is known. */
  public List<Folder> of(Organisation organisation) {
    return ProviderId.KNOWN.stream().map(provider -> folder(organisation, provider)).toList();
  }

  private Folder folder(Organisation organisation, ProviderId provider) {
    var path = inbox.folder(organisation, provider);
    var lying =
        Places.in(path).stream()
            .flatMap(p -> Lying.at(p).stream())
            .limit(SHOWN)
            .map(l -> new Thing(shown(l.name()), l.state().name()))
            .toList();
    return new Folder(
        provider, path, state(path), lying, store.latest(organisation.id(), provider, LATEST));
  }

  private static State state(Path path) {
    if (!Places.isFolder(path)) {
      return State.ABSENT;
    }
    return Files.isReadable(path) && Files.isWritable(path) ? State.WATCHED : State.CLOSED;
  }

  /** An odd name as far as it can be shown. */
  private static String shown(String name) {
    var plain = name.replaceAll("\\p{C}", "\uFFFD");
    return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
  }

  /** Makes the folder of a provider on this node; nothing if it is there. */
  public void make(String actor, Organisation organisation, ProviderId provider) {
    try {
      Files.createDirectories(inbox.folder(organisation, provider));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    audit.record(
        actor,
        organisation.id().value(),
        "results.folder",
        "provider:" + provider.value(),
        "a watched folder was made");
  }
}
