package org.insignia.server.platform.markdown;

import gg.jte.Content;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Turns CommonMark into HTML that is safe to show: HTML in it is shown as text, links lead to http,
 * https and mailto alone and are followed by no search engine, pictures become links, and headings
 * stand below those of the page.
 */
public final class Markdown {
  /** Headings on the page around it go down to this level. */
  private static final int LEVEL_ABOVE = 2;

  private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:");

  /** Without HTML blocks and indented code, which people write by mistake. */
  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(
              Set.of(
                  Heading.class,
                  FencedCodeBlock.class,
                  ThematicBreak.class,
                  ListBlock.class,
                  BlockQuote.class))
          .maxOpenBlockParsers(32)
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new WebOnly())
          .softbreak("<br>")
          .attributeProviderFactory(context -> outward())
          .build();

  private Markdown() {}

  /** As a part of a page. */
  public static Content shown(String markdown) {
    String html = html(markdown);
    return output -> output.writeContent(html);
  }

  /** As all of a page below its title: headings begin at the second level. */
  public static Content page(String markdown) {
    String html = html(markdown, 0);
    return output -> output.writeContent(html);
  }

  /** As HTML. */
  public static String html(String markdown) {
    return html(markdown, LEVEL_ABOVE);
  }

  private static String html(String markdown, int above) {
    Node document = PARSER.parse(markdown);
    document.accept(new Tamed(above));
    return RENDERER.render(document);
  }

  private static AttributeProvider outward() {
    return (node, tag, attributes) -> {
      if (node instanceof Link) {
        attributes.put("rel", "nofollow ugc noopener");
      }
    };
  }

  /** Lowers headings and turns pictures, which others would serve, into links. */
  private static final class Tamed extends AbstractVisitor {
    private final int above;

    Tamed(int above) {
      this.above = above;
    }

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.clamp(heading.getLevel() + above, 2, 6));
      visitChildren(heading);
    }

    /** One that leads nowhere safe leaves its words. */
    @Override
    public void visit(Link link) {
      visitChildren(link);
      if (!isSafe(link.getDestination())) {
        while (link.getFirstChild() != null) {
          link.insertBefore(link.getFirstChild());
        }
        link.unlink();
      }
    }

    @Override
    public void visit(Image image) {
      var link = new Link(image.getDestination(), null);
      if (image.getFirstChild() == null) {
        link.appendChild(new Text(image.getDestination()));
      }
      while (image.getFirstChild() != null) {
        link.appendChild(image.getFirstChild());
      }
      image.insertAfter(link);
      image.unlink();
      visit(link);
    }
  }

  private static boolean isSafe(String url) {
    return SCHEMES.stream().anyMatch(s -> url.regionMatches(true, 0, s, 0, s.length()));
  }

  /** The second lock on the same door. */
  private static final class WebOnly implements UrlSanitizer {
    @Override
    public String sanitizeLinkUrl(String url) {
      return isSafe(url) ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return "";
    }
  }
}
