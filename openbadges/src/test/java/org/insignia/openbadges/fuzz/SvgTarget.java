package org.insignia.openbadges.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.insignia.openbadges.baking.Baked;
import org.insignia.openbadges.baking.BakedKind;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * SVG: what is baked comes out, baking again replaces, and a picture that another XML reader reads
 * carries the same badge for it.
 */
final class SvgTarget implements FuzzTarget {
  private static final Baked JSON =
      new Baked(BakedKind.OPEN_BADGE_3, "{\"@context\":[],\"ü\":\"]]>&<字\"}");
  private static final Baked TOKEN = new Baked(BakedKind.CLR_2, "eyJh.e30.AA");

  @Override
  public boolean judge(Bytes input) {
    Optional<Baked> found;
    try {
      if (input.size() == 0 || input.view()[0] != '<') return false;
      found = Baking.unbake(input);
    } catch (MalformedCredential e) {
      return false;
    }
    Document other = read(input);
    if (other != null) agree(found, other);
    for (Baked ours : List.of(JSON, TOKEN)) {
      Bytes baked = Baking.bakeSvg(input, ours.kind(), ours.text());
      Property.same(Optional.of(ours), Baking.unbake(baked), "another badge came out");
      Bytes twice = Baking.bakeSvg(baked, ours.kind(), ours.text());
      Property.same(Optional.of(ours), Baking.unbake(twice), "another badge came out, baked twice");
      Property.holds(other == null || read(baked) != null, "baking broke the picture");
    }
    return true;
  }

  private static void agree(Optional<Baked> found, Document other) {
    int badges = 0;
    for (BakedKind kind :
        List.of(BakedKind.OPEN_BADGE_3, BakedKind.CLR_2, BakedKind.OPEN_BADGE_2)) {
      Baked probe = new Baked(kind, "x");
      NodeList elements = other.getElementsByTagNameNS(namespace(probe), element(probe));
      badges += elements.getLength();
      if (found.isPresent() && found.get().kind() == kind && elements.getLength() == 1) {
        String text = found.get().text();
        Element element = (Element) elements.item(0);
        Property.holds(
            text.equals(element.getTextContent().strip())
                || text.equals(element.getAttribute("verify").strip()),
            "another reader sees another badge");
      }
    }
    Property.holds(badges > 0 || found.isEmpty(), "another reader sees no badge");
  }

  private static String namespace(Baked baked) {
    return switch (baked.kind()) {
      case OPEN_BADGE_3 -> "https://purl.imsglobal.org/ob/v3p0";
      case CLR_2 -> "https://purl.imsglobal.org/clr/v2p0";
      case OPEN_BADGE_2, OPEN_BADGE_1 -> "http://openbadges.org";
    };
  }

  private static String element(Baked baked) {
    return baked.kind() == BakedKind.OPEN_BADGE_2 ? "assertion" : "credential";
  }

  private static @Nullable Document read(Bytes svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(svg.view()));
    } catch (SAXException | IOException e) {
      return null;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JDK has these features", e);
    }
  }

  @Override
  public List<Bytes> seeds() {
    Bytes plain =
        Bytes.utf8(
            "<?xml version='1.0'?><!-- c --><svg xmlns='http://www.w3.org/2000/svg'>"
                + "<g a=\"&amp;&#x41;\"><![CDATA[x]]></g></svg>");
    return List.of(
        plain,
        Bytes.utf8("<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/>"),
        Baking.bakeSvg(plain, JSON.kind(), JSON.text()),
        Baking.bakeSvg(plain, TOKEN.kind(), TOKEN.text()),
        Baking.bakeSvg(plain, BakedKind.OPEN_BADGE_2, "https://a.example/1"));
  }

  @Override
  public List<String> folders() {
    return List.of("hostile/svg");
  }
}
