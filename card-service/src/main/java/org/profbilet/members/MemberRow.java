package org.profbilet.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A member as the two tables hold her: one row of texts and dates, in and out. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record MemberRow(
    UUID id,
    UUID membershipId,
    String ticketNumber,
    String lastName,
    String firstName,
    @Nullable String middleName,
    LocalDate birthDate,
    String sex,
    @Nullable String paperTicket,
    @Nullable String note,
    String searchName,
    String category,
    String engagement,
    @Nullable String unitName,
    @Nullable String positionName,
    @Nullable String staffGroup,
    @Nullable String education,
    @Nullable Boolean duesByPayroll,
    String unionRoles,
    LocalDate joinedUnionOn,
    String joinedUnionPrecision,
    LocalDate registeredOn,
    @Nullable String admissionProtocolNumber,
    @Nullable LocalDate admissionProtocolOn,
    @Nullable LocalDate suspendedUntil,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable String endReason) {

  /** The columns of a row, of {@code members.person p} joined with {@code members.membership m}. */
  static final String COLUMNS =
      """
      p.id, m.id AS membership_id, p.ticket_number, p.last_name, p.first_name, p.middle_name, p.birth_date, p.sex,
      p.paper_ticket, p.note, p.search_name, m.category, m.engagement, m.unit_name, m.position_name, m.staff_group,
      m.education, m.dues_by_payroll, array_to_string(m.union_roles, ',') AS union_roles, m.joined_union_on,
      m.joined_union_precision, m.registered_on, m.admission_protocol_number, m.admission_protocol_on,
      m.suspended_until, m.valid_from, m.valid_until, m.end_reason
      """;

  static MemberRow of(
      UUID id,
      UUID membershipId,
      TicketNumber ticket,
      MemberRecord member,
      @Nullable LocalDate suspendedUntil,
      LocalDate validFrom) {
    return new MemberRow(
        id,
        membershipId,
        ticket.value(),
        member.name().last(),
        member.name().first(),
        member.name().middle(),
        member.birthDate(),
        member.sex().name(),
        member.paperTicket(),
        member.note(),
        member.name().forSearch(),
        member.category().name(),
        member.engagement().name(),
        member.unit(),
        member.position(),
        name(member.staffGroup()),
        name(member.education()),
        member.duesByPayroll(),
        member.unionRoles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
        member.joinedUnion().date(),
        member.joinedUnion().precision().name(),
        member.registeredOn(),
        member.protocolNumber(),
        member.protocolOn(),
        suspendedUntil,
        validFrom,
        null,
        null);
  }

  RegisteredMember toMember() {
    MemberRecord member =
        new MemberRecord(
            new PersonName(lastName, firstName, middleName),
            birthDate,
            Sex.valueOf(sex),
            paperTicket,
            note,
            MemberCategory.valueOf(category),
            Engagement.valueOf(engagement),
            unitName,
            positionName,
            staffGroup == null ? null : StaffGroup.valueOf(staffGroup),
            education == null ? null : Education.valueOf(education),
            duesByPayroll,
            roles(),
            new JoinedOn(joinedUnionOn, JoinedOn.Precision.valueOf(joinedUnionPrecision)),
            registeredOn,
            admissionProtocolNumber,
            admissionProtocolOn);
    EndReason reason = endReason == null ? null : EndReason.valueOf(endReason);
    return new RegisteredMember(
        id,
        membershipId,
        new TicketNumber(ticketNumber),
        member,
        suspendedUntil,
        validFrom,
        validUntil,
        reason);
  }

  private Set<UnionRole> roles() {
    return Arrays.stream(unionRoles.split(","))
        .filter(role -> !role.isEmpty())
        .map(UnionRole::valueOf)
        .collect(Collectors.toSet());
  }

  private static @Nullable String name(@Nullable Enum<?> code) {
    return code == null ? null : code.name();
  }

  @Override
  public String toString() {
    return "MemberRow[" + id + "]";
  }
}
