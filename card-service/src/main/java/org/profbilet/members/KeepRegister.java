package org.profbilet.members;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;

/** The one writer of persons and memberships. Works inside the transaction of a use case. */
@Singleton
public class KeepRegister {

  private static final String MEMBERSHIP = "MEMBERSHIP";

  private final MemberRepository repository;
  private final MembershipHistory history;
  private final Today today;
  private final ObjectMapper json;
  private final Clock clock;

  KeepRegister(
      MemberRepository repository,
      MembershipHistory history,
      Today today,
      ObjectMapper json,
      Clock clock) {
    this.repository = repository;
    this.history = history;
    this.today = today;
    this.json = json;
    this.clock = clock;
  }

  /** A person to be, under the id she will have. */
  public record Newcomer(UUID personId, MemberRecord member) {}

  /**
   * A member as she was and as she will be.
   *
   * @param suspendedUntil the day on which a leave or the time after a lay-off ends, or null
   */
  public record Revision(
      RegisteredMember before, MemberRecord after, @Nullable LocalDate suspendedUntil) {

    /** The term of a suspension stays as long as she is suspended. */
    public Revision(RegisteredMember before, MemberRecord after) {
      this(before, after, after.category().isSuspended() ? before.suspendedUntil() : null);
    }
  }

  /** Registers people with ticket numbers of their own, for life. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void register(Acting acting, List<Newcomer> newcomers, @Nullable String requestHash) {
    if (newcomers.isEmpty()) {
      return;
    }
    UUID primaryId = acting.organisationId();
    List<Long> serials = repository.nextSerials(newcomers.size());
    List<MemberRow> rows = new ArrayList<>();
    List<ChangeRow> changes = new ArrayList<>();
    for (int i = 0; i < newcomers.size(); i++) {
      Newcomer newcomer = newcomers.get(i);
      MemberRecord member = newcomer.member();
      TicketNumber ticket = TicketNumber.ofSerial(serials.get(i));
      rows.add(
          MemberRow.of(newcomer.personId(), newId(), ticket, member, null, member.registeredOn()));
      changes.add(change(newcomer.personId(), MEMBERSHIP, null, "REGISTERED"));
    }
    String texts = write(rows);
    Instant now = clock.instant();
    expect(rows.size(), repository.insertPersons(primaryId, texts, now, requestHash));
    expect(rows.size(), repository.insertMemberships(primaryId, texts, now, acting.accountId()));
    keep(acting, changes);
  }

  /** Writes the records anew, and into the history what is different from today on. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void change(Acting acting, List<Revision> revisions) {
    change(acting, revisions, today.date(), null);
  }

  /**
   * @param day from which day on it is so
   * @param reason why it is written down later than that day, or null
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void change(
      Acting acting, List<Revision> revisions, LocalDate day, @Nullable String reason) {
    if (revisions.isEmpty()) {
      return;
    }
    List<MemberRow> rows = new ArrayList<>();
    List<ChangeRow> changes = new ArrayList<>();
    for (Revision revision : revisions) {
      RegisteredMember before = revision.before();
      UUID personId = before.personId();
      rows.add(
          MemberRow.of(
              personId,
              before.membershipId(),
              before.ticketNumber(),
              revision.after(),
              revision.suspendedUntil(),
              before.onRecordFrom()));
      for (FieldChange field : MemberField.changes(before.member(), revision.after())) {
        changes.add(change(personId, field.field(), field.before(), field.after()));
      }
      if (!Objects.equals(before.suspendedUntil(), revision.suspendedUntil())) {
        changes.add(
            change(
                personId,
                "SUSPENDED_UNTIL",
                text(before.suspendedUntil()),
                text(revision.suspendedUntil())));
      }
    }
    List<UUID> memberships = rows.stream().map(MemberRow::membershipId).toList();
    history.remember(memberships);
    String texts = write(rows);
    expect(rows.size(), repository.updatePersons(acting.organisationId(), texts));
    expect(rows.size(), repository.updateMemberships(acting.organisationId(), texts));
    history.restate(memberships, day, acting.accountId(), reason);
    keep(acting, changes);
  }

  /** A new period for a person whose membership here had ended; person and ticket stay. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void bringBack(Acting acting, List<Revision> revisions) {
    if (revisions.isEmpty()) {
      return;
    }
    List<MemberRow> rows = new ArrayList<>();
    List<ChangeRow> changes = new ArrayList<>();
    for (Revision revision : revisions) {
      RegisteredMember before = revision.before();
      LocalDate ended = before.endedOn();
      LocalDate from = revision.after().registeredOn();
      LocalDate start = ended != null && ended.isAfter(from) ? ended : from;
      rows.add(
          MemberRow.of(
              before.personId(),
              newId(),
              before.ticketNumber(),
              revision.after(),
              revision.suspendedUntil(),
              start));
      changes.add(change(before.personId(), MEMBERSHIP, "ENDED", "REGISTERED"));
    }
    String texts = write(rows);
    UUID primaryId = acting.organisationId();
    expect(rows.size(), repository.updatePersons(primaryId, texts));
    expect(
        rows.size(),
        repository.insertMemberships(primaryId, texts, clock.instant(), acting.accountId()));
    keep(acting, changes);
  }

  /** The last step of a load that changed thousands of rows: lists stay quick to read. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void refreshStatistics() {
    repository.refreshStatistics();
  }

  /** The membership ends with the day before this one. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void end(Acting acting, RegisteredMember member, LocalDate on, EndReason reason) {
    List<UUID> memberships = List.of(member.membershipId());
    history.remember(memberships);
    expect(
        1,
        repository.endMembership(
            acting.organisationId(), member.membershipId(), on, reason.name()));
    history.restate(memberships, on, acting.accountId(), null);
    keep(acting, List.of(change(member.personId(), MEMBERSHIP, "REGISTERED", reason.name())));
  }

  /** The end was a mistake: the membership goes on as if it had never ended. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void reopen(Acting acting, RegisteredMember member) {
    List<UUID> memberships = List.of(member.membershipId());
    LocalDate ended = Objects.requireNonNull(member.endedOn());
    history.remember(memberships);
    expect(1, repository.reopenMembership(acting.organisationId(), member.membershipId()));
    history.restate(memberships, ended, acting.accountId(), null);
    keep(acting, List.of(change(member.personId(), MEMBERSHIP, "ENDED", "END_UNDONE")));
  }

  private void keep(Acting acting, List<ChangeRow> changes) {
    repository.insertChanges(
        acting.organisationId(), write(changes), clock.instant(), acting.accountId());
  }

  private static ChangeRow change(
      UUID personId, String field, @Nullable String before, @Nullable String after) {
    return new ChangeRow(newId(), personId, field, before, after);
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static UUID newId() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  private static void expect(int wanted, int done) {
    if (wanted != done) {
      throw new IllegalStateException(done + " rows written of " + wanted);
    }
  }

  private String write(Object rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
