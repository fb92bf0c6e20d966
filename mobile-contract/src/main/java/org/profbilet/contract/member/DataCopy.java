package org.profbilet.contract.member;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** Everything that is kept about one person (152-ФЗ art. 14). */
@Serdeable
public record DataCopy(Instant madeAt, List<Section> sections) {

  public DataCopy {
    sections = List.copyOf(sections);
  }

  /**
   * @param code stable (an open list): person, memberships, changes, contacts, consents, cards,
   *     phones, meetings, messages
   * @param title in Russian
   */
  @Serdeable
  public record Section(String code, String title, List<Line> lines) {

    public Section {
      lines = List.copyOf(lines);
    }
  }

  /** One fact in words to read. */
  @Serdeable
  public record Line(String name, String value) {

    @Override
    public String toString() {
      return "Line[hidden]";
    }
  }

  @Override
  public String toString() {
    return "DataCopy[hidden]";
  }
}
