package org.profbilet.meetings;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.profbilet.contract.scanner.Counters;
import org.profbilet.contract.scanner.ListKind;
import org.profbilet.contract.scanner.ListSettings;

/** The lists of meetings, as far as the scope of the transaction shows them. */
@Singleton
public class Lists {

  private final MeetingRepository meetings;
  private final ObjectMapper json;

  Lists(MeetingRepository meetings, ObjectMapper json) {
    this.meetings = meetings;
    this.json = json;
  }

  /** Those of one meeting, by their hours; empty where it is not in scope. */
  public List<CheckInList> of(UUID meetingId) {
    return meetings.listLists(meetingId).stream().map(this::list).toList();
  }

  /** How many are inside, and how many are expected where a list names them. */
  public Counters count(CheckInList list) {
    int present = meetings.countPresent(list.id());
    return new Counters(
        present,
        list.kind() == ListKind.INVITED
            ? meetings.countExpected(list.meetingId(), categories(list))
            : null);
  }

  /** As queries take them: with commas between. */
  public static String categories(CheckInList list) {
    return String.join(",", list.settings().categories());
  }

  /** The text that is kept and, in an offline list, signed. */
  public String text(ListSettings settings) {
    try {
      return json.writeValueAsString(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CheckInList list(ListRow row) {
    return new CheckInList(
        row.id(),
        row.meetingId(),
        row.organisationId(),
        row.event(),
        row.name(),
        row.zone(),
        row.kind(),
        row.policy(),
        row.opensAt(),
        row.closesAt(),
        row.exclusiveGroup(),
        settings(row.settings()),
        row.closedAt(),
        row.cancelledAt(),
        row.salt(),
        row.handleKey());
  }

  private ListSettings settings(String text) {
    try {
      return text.equals("{}") ? ListSettings.NONE : json.readValue(text, ListSettings.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
