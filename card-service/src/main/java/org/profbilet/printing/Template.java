package org.profbilet.printing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the resources with places such as {@code {{name}}}. What is filled in must be XHTML
 * already: use {@link #text} for words of people.
 */
public record Template(String words) {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

  /**
   * @param name of a file in {@code resources/templates}
   */
  public static Template named(String name) {
    try (InputStream file = Template.class.getResourceAsStream("/templates/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no template " + name);
      }
      return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String fill(Map<String, String> values) {
    Matcher place = PLACE.matcher(words);
    StringBuilder page = new StringBuilder();
    while (place.find()) {
      String value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalArgumentException("nothing for the place " + place.group(1));
      }
      place.appendReplacement(page, Matcher.quoteReplacement(value));
    }
    place.appendTail(page);
    return page.toString();
  }

  /** Words of people, made harmless. */
  public static String text(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
