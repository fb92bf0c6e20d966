package org.profbilet.memberlists.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.profbilet.contacts.EmailAddress;
import org.profbilet.contacts.Phone;
import org.profbilet.members.Education;
import org.profbilet.members.Engagement;
import org.profbilet.members.JoinedOn;
import org.profbilet.members.MemberCategory;
import org.profbilet.members.MemberRecord;
import org.profbilet.members.PersonName;
import org.profbilet.members.Sex;
import org.profbilet.members.StaffGroup;
import org.profbilet.members.TicketNumber;
import org.profbilet.members.UnionRole;

/** One row of the list, every value checked. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ListedPerson(
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    MemberCategory category,
    Engagement engagement,
    @Nullable String unit,
    @Nullable String position,
    @Nullable StaffGroup staffGroup,
    @Nullable Education education,
    JoinedOn joinedUnion,
    LocalDate registeredOn,
    @Nullable String protocolNumber,
    @Nullable LocalDate protocolOn,
    @Nullable String paperTicket,
    @Nullable TicketNumber ticketNumber,
    @Nullable Phone phone,
    @Nullable EmailAddress email,
    Set<UnionRole> unionRoles,
    @Nullable Boolean duesByPayroll,
    ListedConsents consents,
    @Nullable String note) {

  public ListedPerson {
    unionRoles = Set.copyOf(unionRoles);
  }

  /** What the register keeps of the row; addresses and consents have books of their own. */
  public MemberRecord toRecord() {
    return new MemberRecord(
        name,
        birthDate,
        sex,
        paperTicket,
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

  /**
   * The record as it will be: what the row does not tell stays, and so do the zeros in front of a
   * paper ticket that a spreadsheet program cut off.
   */
  public MemberRecord completedFrom(MemberRecord known) {
    MemberRecord told = toRecord();
    String before = known.paperTicket();
    if (paperTicket != null && before != null && before.matches("0+\\Q" + paperTicket + "\\E")) {
      told = told.withPaperTicket(before);
    }
    return told.filledFrom(known);
  }

  @Override
  public String toString() {
    return "ListedPerson[hidden]";
  }
}
