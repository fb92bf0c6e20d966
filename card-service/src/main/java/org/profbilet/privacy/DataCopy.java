package org.profbilet.privacy;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;

/** Everything that is kept about one person, in words that she can read. */
public record DataCopy(Instant madeAt, List<Section> sections) {

  public DataCopy {
    sections = List.copyOf(sections);
  }

  /**
   * @param code stable, for programs
   * @param title in Russian
   */
  public record Section(String code, String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /** One fact: its name and its value, both in Russian. */
  @Introspected
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
