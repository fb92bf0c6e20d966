package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a sent file and what they are taken for.
 *
 * @param form the columns of the form, in its order
 */
@Serdeable
public record ListColumns(List<InFile> columns, List<OfForm> form) {

  public ListColumns {
    columns = List.copyOf(columns);
    form = List.copyOf(form);
  }

  /**
   * @param place from 0
   * @param key names the column when it is named otherwise
   * @param name as it stands in the file, empty for none
   * @param column of the form; null for a column that is not read
   * @param recognised BY_NAME, BY_CHAIR, BY_CONTENT or NOT; an open list
   * @param share how many of a hundred cells look so, where the cells decided
   * @param samples the first different cells under it
   */
  @Serdeable
  public record InFile(
      int place,
      String key,
      String name,
      @Nullable ListColumn column,
      String recognised,
      int share,
      List<String> samples) {

    public InFile {
      samples = List.copyOf(samples);
    }
  }

  /**
   * @param needed without it no row can be read
   */
  @Serdeable
  public record OfForm(ListColumn column, String title, boolean needed) {}
}
