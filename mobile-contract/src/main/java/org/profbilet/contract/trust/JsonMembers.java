package org.profbilet.contract.trust;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a JSON object that must be there, with the type they must have. */
final class JsonMembers {

  private JsonMembers() {}

  static Map<String, Object> object(Map<String, Object> json, String name) {
    return present(() -> JSONObjectUtils.getJSONObject(json, name), name);
  }

  static List<Map<String, Object>> objects(Map<String, Object> json, String name) {
    return Arrays.asList(present(() -> JSONObjectUtils.getJSONObjectArray(json, name), name));
  }

  static List<String> texts(Map<String, Object> json, String name) {
    return present(() -> JSONObjectUtils.getStringList(json, name), name);
  }

  static String text(Map<String, Object> json, String name) {
    return present(() -> JSONObjectUtils.getString(json, name), name);
  }

  static int number(Map<String, Object> json, String name) {
    return present(() -> JSONObjectUtils.getInt(json, name), name);
  }

  static Instant moment(Map<String, Object> json, String name) {
    return Instant.ofEpochSecond(present(() -> JSONObjectUtils.getLong(json, name), name));
  }

  private static <T> T present(Reading<T> reading, String name) {
    try {
      T value = reading.read();
      if (value != null) {
        return value;
      }
    } catch (ParseException foreign) {
      throw new IllegalArgumentException("a wrong type of " + name);
    }
    throw new IllegalArgumentException("no " + name);
  }

  private interface Reading<T> {
    @Nullable T read() throws ParseException;
  }
}
