package org.insignia.server.console.server;

import java.time.Instant;
import java.util.List;
import org.insignia.server.platform.jobs.Worker;
import org.insignia.server.platform.mail.MailQueue;
import org.jspecify.annotations.Nullable;

/**
 * How the server fares.
 *
 * @param sound whether the last check of all that is stored found all as it must be; null before
 *     the first
 * @param troubles of parts that this node serves without, in English
 * @param tried how many letters were made due just now; below 0: that was not asked
 * @param form a new organisation as it was typed
 */
public record ServerPage(
    String address,
    boolean ownMailbox,
    @Nullable Boolean sound,
    List<String> troubles,
    List<Worker.Look> workers,
    List<Due> sweeps,
    MailQueue.Standing mail,
    List<MailQueue.Failing> failing,
    int tried,
    List<House> houses,
    int organisations,
    Form form) {
  public ServerPage {
    troubles = List.copyOf(troubles);
    workers = List.copyOf(workers);
    sweeps = List.copyOf(sweeps);
    failing = List.copyOf(failing);
    houses = List.copyOf(houses);
  }

  /** Housekeeping, and when it is next due. */
  public record Due(String name, Instant at) {}

  /** An organisation. */
  public record House(String slug, String name, boolean suspended) {}

  /**
   * A new organisation.
   *
   * @param nameWrong what is wrong with the name, in words; empty: nothing; so {@code slugWrong}
   */
  public record Form(String name, String slug, String nameWrong, String slugWrong) {
    static final Form EMPTY = new Form("", "", "", "");

    boolean isRight() {
      return nameWrong.isEmpty() && slugWrong.isEmpty();
    }
  }
}
