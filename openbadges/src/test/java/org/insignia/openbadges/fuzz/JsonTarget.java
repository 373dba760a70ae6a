package org.insignia.openbadges.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Jcs;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.MalformedCredential;

/** JSON and its canonical form: what is read is UTF-8 and survives being written either way. */
final class JsonTarget implements FuzzTarget {

  @Override
  public boolean judge(Bytes input) {
    JsonValue value;
    try {
      value = Json.parse(input);
    } catch (MalformedCredential e) {
      JsonPointer.parse(e.pointer());
      return false;
    }
    Property.holds(isUtf8(input), "read something that is not UTF-8");
    Property.same(value, Json.parse(input.utf8()), "text and bytes read differently");
    String written = Json.write(value);
    Property.same(value, Json.parse(written), "does not survive writing");
    Property.same(written, Json.write(Json.parse(written)), "written twice, in two ways");
    Bytes canonical = Jcs.canonicalize(value);
    Property.same(canonical, Jcs.canonicalize(Json.parse(canonical)), "canonical form moves");
    return true;
  }

  @Override
  public List<Bytes> seeds() {
    return List.of(
        Bytes.utf8(
            "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"id\":\"urn:x\",\"n\":[1,-2.5e-3,0]}"),
        Bytes.utf8(
            "{\"a\":{\"b\":[{\"c\":null},true,false,\"\\u00e9\\ud83d\\ude00\\n\"]},\"é\":\"中\"}"),
        Bytes.utf8("[[[[[[]]]]],\"\",{},0.1E+10,\"\\\\\\\"\\/\\b\\f\\r\\t\"]"),
        Bytes.utf8("[9007199254740993,1.7976931348623157e308,5e-324,-0]"));
  }

  @Override
  public List<String> folders() {
    return List.of("hostile/ext-json-parsing", "hostile/ext-json-transform", "hostile/ext-jcs");
  }

  private static boolean isUtf8(Bytes bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.view()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
