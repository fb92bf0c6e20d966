package org.profbilet.api.start.scale;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.profbilet.members.PersonName;
import org.profbilet.members.TicketNumber;

/** The members of one primary after the other, with their contacts and consents. */
final class People {

  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final LocalDate SIGNED = TODAY.minusDays(30);
  private static final int ROWS_AT_ONCE = 20_000;

  private final CopyText persons =
      new CopyText(
          "members.person (id, primary_id, ticket_number, last_name, first_name, middle_name,"
              + " birth_date, sex, search_name, created_at)");
  private final CopyText memberships =
      new CopyText(
          "members.membership (id, person_id, primary_id, category, engagement, position_name,"
              + " staff_group, joined_union_on, registered_on, valid_from, recorded_at)");
  private final CopyText contacts =
      new CopyText("contacts.contact (id, person_id, primary_id, kind, value, recorded_at)");
  private final CopyText decisions =
      new CopyText(
          "consents.decision (id, person_id, primary_id, purpose, channel, state, version,"
              + " text_id, form, signed_on, keeper_id, recorded_at)");
  private final CopyText current =
      new CopyText(
          "consents.current (person_id, primary_id, purpose, channel, state, version,"
              + " decision_id)");

  private final Connection connection;
  private final RandomGenerator random;
  private final UUID processingText;
  private final UUID messagesText;
  private final String recordedAt = TODAY + " 00:00:00+00";
  private long serial;
  private int waiting;

  /**
   * @param firstSerial the first free serial of a ticket
   */
  People(
      Connection connection,
      RandomGenerator random,
      UUID processingText,
      UUID messagesText,
      long firstSerial) {
    this.connection = connection;
    this.random = random;
    this.processingText = processingText;
    this.messagesText = messagesText;
    this.serial = firstSerial;
  }

  void addPrimary(UUID primaryId, int size, boolean college) throws SQLException, IOException {
    for (int i = 0; i < size; i++) {
      addPerson(primaryId, college);
      if (++waiting == ROWS_AT_ONCE) {
        send();
      }
    }
  }

  /** Sends what is left, and moves the counter of ticket numbers past the given ones. */
  void finish() throws SQLException, IOException {
    send();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT setval('members.ticket_serial', " + serial + ", false)");
    }
  }

  private void addPerson(UUID primaryId, boolean college) {
    UUID id = newId();
    boolean woman = random.nextInt(100) < (college ? 60 : 82);
    PersonName name = woman ? Names.woman(random) : Names.man(random);
    boolean student = college && random.nextInt(100) < 85;
    boolean pensioner = !student && random.nextInt(100) < 4;
    int age =
        student
            ? 17 + random.nextInt(7)
            : pensioner ? 60 + random.nextInt(25) : 22 + random.nextInt(45);
    LocalDate born = TODAY.minusYears(age).minusDays(random.nextInt(365));
    LocalDate joined = TODAY.minusDays(30 + random.nextInt(student ? 1_000 : 4_000));
    persons.row(
        id,
        primaryId,
        TicketNumber.ofSerial(serial++).value(),
        name.last(),
        name.first(),
        name.middle(),
        born,
        woman ? "F" : "M",
        name.forSearch(),
        recordedAt);
    memberships.row(
        newId(),
        id,
        primaryId,
        student ? "STUDENT" : pensioner ? "PENSIONER" : "WORKING",
        student ? "FULL_TIME" : pensioner ? "NONE" : "MAIN",
        student ? "студент" : pensioner ? null : "учитель",
        student || pensioner ? null : "TEACHER",
        joined,
        joined,
        joined,
        recordedAt);
    addContacts(id, primaryId);
    addConsents(id, primaryId);
  }

  /** Made-up numbers of one mobile range; the mail domain is reserved for examples (RFC 2606). */
  private void addContacts(UUID personId, UUID primaryId) {
    if (random.nextInt(100) < 80) {
      contacts.row(
          newId(),
          personId,
          primaryId,
          "PHONE",
          "+7900" + (1_000_000 + random.nextInt(9_000_000)),
          recordedAt);
    }
    if (random.nextInt(100) < 50) {
      contacts.row(
          newId(), personId, primaryId, "EMAIL", "m" + serial + "@example.org", recordedAt);
    }
  }

  private void addConsents(UUID personId, UUID primaryId) {
    if (random.nextInt(100) < 92) {
      addConsent(personId, primaryId, "UNION_PROCESSING", "NONE", processingText);
      for (String channel : List.of("EMAIL", "SMS", "PUSH")) {
        if (random.nextInt(100) < 35) {
          addConsent(personId, primaryId, "MESSAGES", channel, messagesText);
        }
      }
    }
  }

  private void addConsent(
      UUID personId, UUID primaryId, String purpose, String channel, UUID text) {
    UUID id = newId();
    decisions.row(
        id,
        personId,
        primaryId,
        purpose,
        channel,
        "GIVEN",
        1,
        text,
        "PAPER",
        SIGNED,
        primaryId,
        recordedAt);
    current.row(personId, primaryId, purpose, channel, "GIVEN", 1, id);
  }

  private void send() throws SQLException, IOException {
    for (CopyText table : List.of(persons, memberships, contacts, decisions, current)) {
      table.send(connection);
    }
    waiting = 0;
  }

  private static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
