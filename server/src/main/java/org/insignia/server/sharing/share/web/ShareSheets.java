package org.insignia.server.sharing.share.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.issuing.Credential.State;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.look.Accent;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.sharing.ShownBadge;
import org.insignia.server.sharing.counts.Event;
import org.insignia.server.sharing.counts.Reach;
import org.insignia.server.sharing.embed.EmbedSize;
import org.insignia.server.sharing.share.ShareTarget;
import org.insignia.server.sharing.share.ShareWords;
import org.insignia.server.sharing.share.Shareables;
import org.insignia.server.sharing.share.SharedBadge;
import org.insignia.server.sharing.share.Standing;
import org.insignia.server.sharing.share.web.SharePage.Snippet;
import org.insignia.server.sharing.share.web.SharePage.Target;
import org.insignia.server.sharing.social.PictureSize;
import org.insignia.server.sharing.social.SvgCard;
import org.springframework.stereotype.Component;

/** Puts the share page of a badge together. */
@Component
final class ShareSheets {
  private final Shareables shareables;
  private final Reach reach;
  private final Texts texts;

  ShareSheets(Shareables shareables, Reach reach, Texts texts) {
    this.shareables = shareables;
    this.reach = reach;
    this.texts = texts;
  }

  SharePage page(ShownBadge badge, Shell shell) {
    var credential = badge.credential();
    var shared = shareables.told(badge, shell.language());
    var words = ShareWords.of(shared, texts, shell.language());
    var path = credential.path() + "/share";
    return new SharePage(
        path,
        credential.path(),
        certificate(badge),
        badge.achievement().words(shell.language()).name(),
        badge.picture(400),
        badge.organisation().name(),
        "/org/" + badge.organisation().slug(),
        Standing.of(badge),
        shared.url().toString(),
        words.post(),
        Arrays.stream(ShareTarget.values()).map(t -> target(t, path, shared, words)).toList(),
        PictureSize.ALL.stream().filter(size -> size >= 192).toList(),
        snippets(badge, path, shell),
        reach.ofBadge(credential.id()),
        reach.ofBadgeLately(credential.id()),
        shares(reach.sharesOf(credential.id())),
        Accent.parse(badge.organisation().accent()).map(Accent::sheet).orElse(""));
  }

  /** Where the address of another site leads, for the sharer's language. */
  String address(ShareTarget target, ShownBadge badge, Shell shell) {
    var shared = shareables.told(badge, shell.language());
    return target.address(shared, ShareWords.of(shared, texts, shell.language()));
  }

  /** What is pasted into mails, for its preview. */
  String signature(ShownBadge badge, Shell shell) {
    return shareables.snippets(badge, shell.language()).signature();
  }

  private static String certificate(ShownBadge badge) {
    boolean there =
        badge.achievement().kind() == Achievement.Kind.CERTIFICATION
            && badge.credential().state() == State.ISSUED;
    return there ? "/home/certificates/" + badge.credential().id().value() : "";
  }

  private static Target target(
      ShareTarget target, String path, SharedBadge shared, ShareWords words) {
    return target == ShareTarget.EMAIL
        ? new Target("share.to.email", target.address(shared, words), "email")
        : new Target("share.to." + target.slug(), path + "/to/" + target.slug(), "");
  }

  private List<Snippet> snippets(ShownBadge badge, String path, Shell shell) {
    var all = shareables.snippets(badge, shell.language());
    var badgePath = badge.credential().path();
    var frame = "/embedded_badge/" + badge.credential().id().value();
    var picture = badgePath + "/picture.png?size=192";
    var usual = EmbedSize.USUAL;
    return List.of(
        new Snippet("script", all.script(), frame, "", usual.width(), usual.height(), 6, false),
        new Snippet("frame", all.frame(), frame, "", usual.width(), usual.height(), 6, false),
        new Snippet("html", all.html(), "", picture, 150, 150, 5, true),
        new Snippet("markdown", all.markdown(), "", picture, 150, 150, 5, false),
        new Snippet("signature", all.signature(), path + "/signature", "", 320, 110, 10, true),
        new Snippet(
            "card",
            all.card(shell.language().tag()),
            "",
            badgePath + "/card.svg?lang=" + shell.language().tag(),
            SvgCard.WIDTH,
            SvgCard.HEIGHT,
            5,
            true));
  }

  private static Map<String, Long> shares(Map<Event, Long> counts) {
    var shares = new LinkedHashMap<String, Long>();
    for (var target : ShareTarget.values()) {
      var count = counts.get(Event.valueOf(target.name()));
      if (count != null) {
        shares.put("share.to." + target.slug(), count);
      }
    }
    var copied = counts.get(Event.LINK);
    if (copied != null) {
      shares.put("share.link", copied);
    }
    return shares;
  }
}
