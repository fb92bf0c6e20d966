package org.profbilet.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a chair writes down about a member (учётная карточка). */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MemberRecord(
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    @Nullable String paperTicket,
    @Nullable String note,
    MemberCategory category,
    Engagement engagement,
    @Nullable String unit,
    @Nullable String position,
    @Nullable StaffGroup staffGroup,
    @Nullable Education education,
    @Nullable Boolean duesByPayroll,
    Set<UnionRole> unionRoles,
    JoinedOn joinedUnion,
    LocalDate registeredOn,
    @Nullable String protocolNumber,
    @Nullable LocalDate protocolOn) {

  public MemberRecord {
    unionRoles = Set.copyOf(unionRoles);
  }

  /** What is not told stays as it was: an empty cell erases nothing. */
  public MemberRecord filledFrom(MemberRecord known) {
    PersonName full =
        name.middle() == null
            ? new PersonName(name.last(), name.first(), known.name.middle())
            : name;
    return new MemberRecord(
        full,
        birthDate,
        sex,
        or(paperTicket, known.paperTicket),
        or(note, known.note),
        category,
        engagement,
        or(unit, known.unit),
        or(position, known.position),
        or(staffGroup, known.staffGroup),
        or(education, known.education),
        or(duesByPayroll, known.duesByPayroll),
        unionRoles.isEmpty() ? known.unionRoles : unionRoles,
        joinedUnion,
        registeredOn,
        or(protocolNumber, known.protocolNumber),
        or(protocolOn, known.protocolOn));
  }

  /** The same record with another number of the paper ticket. */
  public MemberRecord withPaperTicket(String number) {
    return new MemberRecord(
        name,
        birthDate,
        sex,
        number,
        note,
        category,
        engagement,
        unit,
        position,
        staffGroup,
        education,
        duesByPayroll,
        unionRoles,
        joinedUnion,
        registeredOn,
        protocolNumber,
        protocolOn);
  }

  /** The same person with the entries that may change while she is on record. */
  public MemberRecord inState(
      MemberCategory newCategory,
      Engagement newEngagement,
      @Nullable String newUnit,
      @Nullable String newPosition,
      Set<UnionRole> newRoles) {
    return new MemberRecord(
        name,
        birthDate,
        sex,
        paperTicket,
        note,
        newCategory,
        newEngagement,
        newUnit,
        newPosition,
        staffGroup,
        education,
        duesByPayroll,
        newRoles,
        joinedUnion,
        registeredOn,
        protocolNumber,
        protocolOn);
  }

  /** The same record with what a member may correct in it. */
  public MemberRecord corrected(
      PersonName newName,
      LocalDate newBirthDate,
      @Nullable String newUnit,
      @Nullable String newPosition,
      @Nullable Education newEducation) {
    return new MemberRecord(
        newName,
        newBirthDate,
        sex,
        paperTicket,
        note,
        category,
        engagement,
        newUnit,
        newPosition,
        staffGroup,
        newEducation,
        duesByPayroll,
        unionRoles,
        joinedUnion,
        registeredOn,
        protocolNumber,
        protocolOn);
  }

  private static <T> @Nullable T or(@Nullable T told, @Nullable T known) {
    return told == null ? known : told;
  }

  @Override
  public String toString() {
    return "MemberRecord[hidden]";
  }
}
