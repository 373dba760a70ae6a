package org.insignia.server.platform.paper.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.insignia.openbadges.json.Bytes;

/**
 * Writes numbered objects one behind the other, and at the end where each one stands (ISO 32000-1,
 * 7.5). Objects without a stream are packed together; the others stand by themselves.
 */
final class ObjectWriter {
  private static final int IN_ONE_STREAM = 200;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
  private final List<Place> places = new ArrayList<>();
  private final List<Packed> packed = new ArrayList<>();

  /** Where an object stands: in the file, or as one of those in a stream. */
  private record Place(int kind, int first, int second) {
    static final Place UNUSED = new Place(0, 0, 65535);
  }

  private record Packed(int number, String body) {}

  ObjectWriter() {
    // The comment says that the file is not text (7.5.2).
    raw("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    places.add(Place.UNUSED);
  }

  /** The number of an object that is written later. */
  int reserve() {
    places.add(Place.UNUSED);
    return places.size() - 1;
  }

  int add(String body) {
    int number = reserve();
    put(number, body);
    return number;
  }

  void put(int number, String body) {
    packed.add(new Packed(number, body));
  }

  /** An object that stands by itself, in plain sight; returns where its body begins. */
  int plain(int number, String body) {
    begin(number);
    int at = out.size();
    raw(body);
    raw("\nendobj\n");
    return at;
  }

  /**
   * @param entries of its dictionary, without length and filter
   */
  int stream(String entries, byte[] content) {
    int number = reserve();
    stream(number, entries, content);
    return number;
  }

  void stream(int number, String entries, byte[] content) {
    byte[] small = deflated(content);
    begin(number);
    raw("<<" + entries + "/Filter/FlateDecode/Length " + small.length + ">>\nstream\n");
    out.write(small, 0, small.length);
    raw("\nendstream\nendobj\n");
  }

  /** A stream that is not packed, as metadata must be. */
  int openStream(String entries, byte[] content) {
    int number = reserve();
    begin(number);
    raw("<<" + entries + "/Length " + content.length + ">>\nstream\n");
    out.write(content, 0, content.length);
    raw("\nendstream\nendobj\n");
    return number;
  }

  private void begin(int number) {
    places.set(number, new Place(1, out.size(), 0));
    raw(number + " 0 obj\n");
  }

  private void raw(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    out.write(bytes, 0, bytes.length);
  }

  private static byte[] deflated(byte[] content) {
    var deflater = new Deflater(6);
    try {
      deflater.setInput(content);
      deflater.finish();
      var small = new ByteArrayOutputStream(content.length / 2 + 64);
      byte[] buffer = new byte[8 * 1024];
      while (!deflater.finished()) {
        small.write(buffer, 0, deflater.deflate(buffer));
      }
      return small.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** What is written by now. */
  byte[] soFar() {
    return out.toByteArray();
  }

  /**
   * The whole file.
   *
   * @param trailer entries of its end: root, information, id
   */
  Bytes finish(String trailer) {
    for (int from = 0; from < packed.size(); from += IN_ONE_STREAM) {
      pack(packed.subList(from, Math.min(packed.size(), from + IN_ONE_STREAM)));
    }
    int number = reserve();
    int at = out.size();
    places.set(number, new Place(1, at, 0));
    var rows = ByteBuffer.allocate(7 * places.size());
    for (Place place : places) {
      rows.put((byte) place.kind).putInt(place.first).putShort((short) place.second);
    }
    stream(number, "/Type/XRef/W[1 4 2]/Size " + places.size() + trailer, rows.array());
    raw("startxref\n" + at + "\n%%EOF\n");
    return Bytes.wrap(out.toByteArray());
  }

  private void pack(List<Packed> objects) {
    var index = new StringBuilder();
    var bodies = new StringBuilder();
    int number = reserve();
    for (int i = 0; i < objects.size(); i++) {
      index.append(objects.get(i).number).append(' ').append(bodies.length()).append(' ');
      bodies.append(objects.get(i).body).append('\n');
      places.set(objects.get(i).number, new Place(2, number, i));
    }
    String entries = "/Type/ObjStm/N " + objects.size() + "/First " + index.length();
    stream(number, entries, (index.toString() + bodies).getBytes(StandardCharsets.ISO_8859_1));
  }
}
