package org.profbilet.memberlists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.profbilet.consents.CurrentConsent;
import org.profbilet.consents.Purpose;
import org.profbilet.consents.RecordPaperConsents;
import org.profbilet.consents.RecordPaperConsents.Paper;
import org.profbilet.contacts.Contact;
import org.profbilet.contacts.ContactKind;
import org.profbilet.memberlists.form.Column;
import org.profbilet.memberlists.form.ListedPerson;
import org.profbilet.memberlists.form.ListedRow;
import org.profbilet.memberlists.form.RowProblem;
import org.profbilet.memberlists.form.RowProblem.Code;
import org.profbilet.members.FieldChange;
import org.profbilet.members.MemberField;
import org.profbilet.members.MemberRecord;
import org.profbilet.members.RegisteredMember;

/** Compares the rows of a list with the register of the primary as it stands now. */
final class Comparison {

  private static final UUID NOBODY_YET = new UUID(0, 0);

  private final Map<UUID, Map<ContactKind, String>> contacts = new HashMap<>();
  private final Map<UUID, Map<Papers.Subject, CurrentConsent>> consents;
  private final BiPredicate<Purpose, LocalDate> hasText;
  private final Map<String, RegisteredMember> byKey = new HashMap<>();
  private final Map<String, List<RegisteredMember>> byBirth = new HashMap<>();
  private final Map<String, List<RegisteredMember>> byName = new HashMap<>();
  private final Set<UUID> found = new HashSet<>();
  private final Set<UUID> alike = new HashSet<>();
  private final List<RegisteredMember> register;

  Comparison(
      List<RegisteredMember> register,
      List<Contact> contacts,
      Map<UUID, Map<Papers.Subject, CurrentConsent>> consents,
      BiPredicate<Purpose, LocalDate> hasText) {
    this.register = register;
    this.consents = consents;
    this.hasText = hasText;
    for (Contact contact : contacts) {
      this.contacts
          .computeIfAbsent(contact.personId(), id -> new HashMap<>())
          .put(contact.kind(), contact.value());
    }
    for (RegisteredMember member : register) {
      index(member);
    }
  }

  List<PlannedRow> compare(List<ListedRow> rows) {
    for (ListedRow row : rows) {
      exact(row).ifPresent(member -> found.add(member.personId()));
    }
    return rows.stream().map(this::compare).toList();
  }

  /** On record and in no row of the list. */
  int missing() {
    return (int)
        register.stream()
            .filter(member -> member.isOnRecord())
            .map(RegisteredMember::personId)
            .filter(personId -> !found.contains(personId) && !alike.contains(personId))
            .count();
  }

  private PlannedRow compare(ListedRow row) {
    ListedPerson person = row.person();
    if (person == null) {
      return new PlannedRow(
          row.number(), RowOutcome.ERROR, row.title(), null, null, List.of(), row.problems());
    }
    List<RowProblem> problems = new ArrayList<>(row.problems());
    warnOfTexts(row.number(), person, problems);
    Optional<RegisteredMember> same = exact(row);
    if (isTicketOfSomebodyElse(person, same)) {
      problems.add(problem(row.number(), Column.TICKET_NUMBER, Code.TICKET_NUMBER_NOT_HERS));
      return new PlannedRow(
          row.number(), RowOutcome.ERROR, row.title(), null, null, List.of(), problems);
    }
    if (same.isPresent()) {
      return known(row, person, same.get(), problems);
    }
    Optional<RegisteredMember> like = alike(person.toRecord());
    like.ifPresent(member -> alike.add(member.personId()));
    return like.map(member -> planned(row, person, RowOutcome.SIMILAR, member, problems))
        .orElseGet(
            () ->
                new PlannedRow(
                    row.number(), RowOutcome.NEW, row.title(), null, person, List.of(), problems));
  }

  private PlannedRow known(
      ListedRow row, ListedPerson person, RegisteredMember member, List<RowProblem> problems) {
    if (!member.isOnRecord()) {
      return planned(row, person, RowOutcome.NEW, member, problems);
    }
    if (!Similarity.sameSpelling(person.name(), member.member().name())) {
      return planned(row, person, RowOutcome.SIMILAR, member, problems);
    }
    PlannedRow changed = planned(row, person, RowOutcome.CHANGED, member, problems);
    return changed.changes().isEmpty()
        ? planned(row, person, RowOutcome.UNCHANGED, member, problems)
        : changed;
  }

  private PlannedRow planned(
      ListedRow row,
      ListedPerson person,
      RowOutcome outcome,
      RegisteredMember member,
      List<RowProblem> problems) {
    return new PlannedRow(
        row.number(),
        outcome,
        row.title(),
        member.personId(),
        person,
        changes(member, person),
        problems);
  }

  private List<FieldChange> changes(RegisteredMember member, ListedPerson person) {
    MemberRecord before = member.member();
    List<FieldChange> changes =
        new ArrayList<>(MemberField.changes(before, person.completedFrom(before)));
    Map<ContactKind, String> known = contacts.getOrDefault(member.personId(), Map.of());
    addContact(
        changes,
        ContactKind.PHONE,
        known.get(ContactKind.PHONE),
        person.phone() == null ? null : person.phone().e164());
    addContact(
        changes,
        ContactKind.EMAIL,
        known.get(ContactKind.EMAIL),
        person.email() == null ? null : person.email().value());
    addConsents(changes, member.personId(), person);
    return changes;
  }

  private static void addContact(
      List<FieldChange> changes,
      ContactKind kind,
      @Nullable String before,
      @Nullable String after) {
    if (after != null && !after.equals(before)) {
      changes.add(new FieldChange(kind.name(), before, after));
    }
  }

  /** The ledger's own rule: a paper counts when nothing was decided on its day or later. */
  private void addConsents(List<FieldChange> changes, UUID personId, ListedPerson person) {
    Map<Papers.Subject, CurrentConsent> known = consents.getOrDefault(personId, Map.of());
    for (Paper paper : Papers.of(personId, person.consents())) {
      CurrentConsent current = known.get(new Papers.Subject(paper.purpose(), paper.channel()));
      boolean isNewer =
          current == null || RecordPaperConsents.isAskedAfter(current, paper.signedOn());
      if (isNewer && hasText.test(paper.purpose(), paper.signedOn())) {
        String before = current == null ? null : current.state() + " " + current.signedOn();
        String field = "CONSENT_" + paper.purpose() + "_" + paper.channel();
        changes.add(
            new FieldChange(field.replace("_NONE", ""), before, "GIVEN " + paper.signedOn()));
      }
    }
  }

  private void warnOfTexts(int number, ListedPerson person, List<RowProblem> problems) {
    Papers.of(NOBODY_YET, person.consents()).stream()
        .filter(paper -> !hasText.test(paper.purpose(), paper.signedOn()))
        .map(paper -> column(paper.purpose()))
        .distinct()
        .forEach(column -> problems.add(problem(number, column, Code.CONSENT_WITHOUT_TEXT)));
  }

  private static Column column(Purpose purpose) {
    return switch (purpose) {
      case UNION_PROCESSING -> Column.CONSENT_PROCESSING;
      case PARTNER -> Column.CONSENT_PARTNER;
      case MESSAGES -> Column.CONSENT_MESSAGES;
    };
  }

  private static RowProblem problem(int number, Column column, Code code) {
    return new RowProblem(number, column.header(), "", code, List.of());
  }

  /** Numbers are given by the register; a list may only repeat the one a person has. */
  private static boolean isTicketOfSomebodyElse(
      ListedPerson person, Optional<RegisteredMember> same) {
    return person.ticketNumber() != null
        && same.map(member -> !member.ticketNumber().equals(person.ticketNumber())).orElse(true);
  }

  private Optional<RegisteredMember> exact(ListedRow row) {
    ListedPerson person = row.person();
    return person == null
        ? Optional.empty()
        : Optional.ofNullable(byKey.get(Similarity.key(person.toRecord())));
  }

  /** Only people whom no row of the list names exactly. */
  private Optional<RegisteredMember> alike(MemberRecord person) {
    List<RegisteredMember> candidates =
        new ArrayList<>(byBirth.getOrDefault(person.birthDate().toString(), List.of()));
    candidates.addAll(byName.getOrDefault(person.name().forSearch(), List.of()));
    return candidates.stream()
        .filter(member -> !found.contains(member.personId()))
        .filter(member -> Similarity.isLikely(person, member.member()))
        .findFirst();
  }

  private void index(RegisteredMember member) {
    byKey.merge(
        Similarity.key(member.member()), member, (one, other) -> one.isOnRecord() ? one : other);
    if (member.isOnRecord()) {
      String birth = member.member().birthDate().toString();
      byBirth.computeIfAbsent(birth, key -> new ArrayList<>()).add(member);
      String name = member.member().name().forSearch();
      byName.computeIfAbsent(name, key -> new ArrayList<>()).add(member);
    }
  }
}
