package org.insignia.server.platform.paper.pdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.platform.paper.drawing.Box;
import org.insignia.server.platform.paper.drawing.Kid;
import org.insignia.server.platform.paper.drawing.Leaf;
import org.insignia.server.platform.paper.drawing.Mark;
import org.insignia.server.platform.paper.drawing.Tag;
import org.jspecify.annotations.Nullable;

/** Writes one document as a PDF. */
public final class Pdf {
  private static final String PRODUCER = "Insignia";

  private final Description description;
  private final List<Leaf> leaves;
  private final Tag tags;
  private final ObjectWriter out = new ObjectWriter();
  private final Resources resources = new Resources(out);
  private final int[] pages;
  private final int tree = out.reserve();
  private final Structure structure;
  private @Nullable SignatureSpace space;

  /**
   * What a document says of itself.
   *
   * @param language BCP 47
   */
  public record Description(
      String language, String title, String author, Instant made, List<Attachment> attachments) {
    public Description {
      attachments = attachments.stream().sorted(Comparator.comparing(Attachment::name)).toList();
    }
  }

  private Pdf(Description description, List<Leaf> leaves, Tag tags) {
    this.description = description;
    this.leaves = leaves;
    this.tags = tags;
    this.pages = leaves.stream().mapToInt(leaf -> out.reserve()).toArray();
    this.structure = new Structure(out, pages);
  }

  public static Bytes write(Description description, List<Leaf> leaves, Tag tags) {
    return new Pdf(description, leaves, tags).file(null);
  }

  /** With a signature over all of it. */
  public static Bytes write(
      Description description, List<Leaf> leaves, Tag tags, DocumentSeal seal) {
    return new Pdf(description, leaves, tags).file(seal);
  }

  private Bytes file(@Nullable DocumentSeal seal) {
    int shared = out.reserve();
    String[] content = new String[leaves.size()];
    for (int i = 0; i < leaves.size(); i++) {
      var page = new PageContent(resources, i);
      content[i] = Syntax.reference(out.stream("", page.write(leaves.get(i))));
      structure.page(page.owners());
    }
    for (int i = 0; i < leaves.size(); i++) {
      String field = i == leaves.size() - 1 && seal != null ? field(i, seal) : "";
      page(i, content[i], shared, field);
    }
    resources.write(shared);
    String form = space == null ? "" : space.form();
    int catalog = out.add(catalog(form));
    int information = out.add(information());
    String id = Syntax.hex(identity());
    Bytes file =
        out.finish("/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]".formatted(catalog, information, id, id));
    return space == null ? file : space.signed(file);
  }

  private void page(int index, String content, int shared, String field) {
    Leaf leaf = leaves.get(index);
    var annotations = new StringBuilder(field).append(' ');
    for (Mark mark : leaf.marks()) {
      switch (mark) {
        case Mark.Link link -> annotations.append(link(index, link)).append(' ');
        case Mark.Drawn drawn -> place(leaf, drawn.tag(), drawn.box());
        case Mark.Pixels pixels -> place(leaf, pixels.tag(), pixels.box());
        case Mark.Letters letters -> {}
        case Mark.Fill fill -> {}
      }
    }
    out.put(
        pages[index],
        "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Resources %d 0 R/Contents %s/StructParents %d/Tabs/S/Group<</S/Transparency/CS/DeviceRGB>>%s>>"
            .formatted(
                tree,
                Syntax.number(leaf.width()),
                Syntax.number(leaf.height()),
                shared,
                content,
                index,
                annotations.toString().isBlank() ? "" : "/Annots[" + annotations + "]"));
  }

  private void place(Leaf leaf, @Nullable Tag tag, Box box) {
    if (tag != null) {
      structure.place(tag, rectangle(leaf, box));
    }
  }

  private static String rectangle(Leaf leaf, Box box) {
    return "[%s %s %s %s]"
        .formatted(
            Syntax.number(box.x()),
            Syntax.number(leaf.height() - box.bottom()),
            Syntax.number(box.right()),
            Syntax.number(leaf.height() - box.y()));
  }

  private String link(int page, Mark.Link link) {
    int number = out.reserve();
    out.put(
        number,
        "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect%s/StructParent %d/Contents%s/A<</S/URI/URI%s>>>>"
            .formatted(
                rectangle(leaves.get(page), link.box()),
                structure.usable(link.tag()),
                Syntax.text(link.description()),
                Syntax.text(link.target().toASCIIString())));
    link.tag().add(new Kid.Usable(page, number));
    return Syntax.reference(number);
  }

  private String field(int page, DocumentSeal seal) {
    int number = out.reserve();
    Tag form = tags.child("Form").alternative(seal.signer());
    form.add(new Kid.Usable(page, number));
    space = new SignatureSpace(seal, out, number);
    space.write(pages[page], structure.usable(form), description.made());
    return Syntax.reference(number);
  }

  private String catalog(String form) {
    int intent = out.stream("/N 3", SrgbProfile.bytes());
    int metadata = out.openStream("/Type/Metadata/Subtype/XML", Xmp.packet(description, PRODUCER));
    var kids = new StringBuilder();
    for (int page : pages) {
      kids.append(Syntax.reference(page)).append(' ');
    }
    out.put(tree, "<</Type/Pages/Kids[%s]/Count %d>>".formatted(kids, pages.length));
    return """
    <</Type/Catalog/Pages %d 0 R/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R\
    /ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R\
    /OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]%s%s>>\
    """
        .formatted(
            tree,
            Syntax.text(description.language()),
            structure.write(tags),
            metadata,
            intent,
            attachments(),
            form);
  }

  private String attachments() {
    if (description.attachments().isEmpty()) {
      return "";
    }
    var names = new StringBuilder();
    var associated = new StringBuilder();
    for (Attachment attachment : description.attachments()) {
      String specification = Syntax.reference(attached(attachment));
      names.append(Syntax.text(attachment.name())).append(specification).append(' ');
      associated.append(specification).append(' ');
    }
    return "/AF[%s]/Names<</EmbeddedFiles<</Names[%s]>>>>".formatted(associated, names);
  }

  private int attached(Attachment attachment) {
    String date = Syntax.date(attachment.modified());
    int file =
        out.stream(
            "/Type/EmbeddedFile/Subtype%s/Params<</Size %d/CreationDate%s/ModDate%s>>"
                .formatted(
                    Syntax.name(attachment.mediaType()), attachment.content().size(), date, date),
            attachment.content().toArray());
    String name = Syntax.text(attachment.name());
    return out.add(
        "<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Data/EF<</F %d 0 R/UF %d 0 R>>>>"
            .formatted(name, name, Syntax.text(attachment.description()), file, file));
  }

  private String information() {
    String date = Syntax.date(description.made());
    return "<</Title%s/Author%s/Producer%s/CreationDate%s/ModDate%s>>"
        .formatted(
            Syntax.text(description.title()),
            Syntax.text(description.author()),
            Syntax.text(PRODUCER),
            date,
            date);
  }

  /** The same for the same document, another for every other one. */
  private byte[] identity() {
    MessageDigest digest = sha256();
    return Arrays.copyOf(digest.digest(out.soFar()), 16);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
