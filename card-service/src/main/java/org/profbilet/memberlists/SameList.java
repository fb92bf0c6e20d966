package org.profbilet.memberlists;

import java.util.stream.Collectors;
import org.profbilet.memberlists.form.ListedConsents;
import org.profbilet.memberlists.form.ListedPerson;
import org.profbilet.memberlists.form.ListedRow;
import org.profbilet.memberlists.form.MemberList;
import org.profbilet.requests.RequestHash;

/** Two files with the same people are the same list: whatever saved them, in whatever order. */
final class SameList {

  private SameList() {}

  static String hash(MemberList list) {
    return RequestHash.of(
        list.rows().stream().map(SameList::hash).sorted().collect(Collectors.joining("\n")));
  }

  private static String hash(ListedRow row) {
    ListedPerson person = row.person();
    if (person == null) {
      String remarks =
          row.problems().stream()
              .map(problem -> problem.code() + " " + problem.value())
              .sorted()
              .collect(Collectors.joining("\n"));
      return RequestHash.of(row.title(), remarks);
    }
    ListedConsents consents = person.consents();
    return RequestHash.of(
        Fingerprint.of(person.toRecord()),
        person.ticketNumber() == null ? "" : person.ticketNumber().value(),
        person.phone() == null ? "" : person.phone().e164(),
        person.email() == null ? "" : person.email().value(),
        consents.processingOn(),
        consents.partnerOn(),
        consents.messagesOn(),
        consents.channels().stream().map(Enum::name).sorted().toList());
  }
}
