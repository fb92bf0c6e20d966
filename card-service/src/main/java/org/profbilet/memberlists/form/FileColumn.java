package org.profbilet.memberlists.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file and what it is taken for.
 *
 * @param place from 0
 * @param key names the column in a {@link Naming}
 * @param name as it stands in the file, empty for none
 * @param column of the form, null where the column is not read
 * @param share how many of a hundred cells look so, where the cells decided
 * @param samples the first cells under it, for the chair's eyes only
 */
public record FileColumn(
    int place,
    String key,
    String name,
    @Nullable Column column,
    Recognised recognised,
    int share,
    List<String> samples) {

  /** By what a column was recognised. */
  public enum Recognised {
    BY_NAME,
    BY_CHAIR,
    BY_CONTENT,
    NOT
  }

  public FileColumn {
    samples = List.copyOf(samples);
  }

  boolean isFree() {
    return column == null && recognised == Recognised.NOT;
  }

  /** The column in which we have sent our remarks back. */
  boolean isRemarks() {
    return column == null && recognised == Recognised.BY_NAME;
  }

  FileColumn guessed(Column found, int percent) {
    return new FileColumn(place, key, name, found, Recognised.BY_CONTENT, percent, samples);
  }

  FileColumn withSamples(List<String> texts) {
    return new FileColumn(place, key, name, column, recognised, share, texts);
  }

  /** Samples are people. */
  @Override
  public String toString() {
    return "FileColumn[" + place + " " + column + "]";
  }
}
