package org.profbilet.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a member's record, each as the text that the history of changes keeps. */
public enum MemberField {
  LAST_NAME(member -> member.name().last()),
  FIRST_NAME(member -> member.name().first()),
  MIDDLE_NAME(member -> member.name().middle()),
  BIRTH_DATE(MemberRecord::birthDate),
  SEX(MemberRecord::sex),
  PAPER_TICKET(MemberRecord::paperTicket),
  NOTE(MemberRecord::note),
  CATEGORY(MemberRecord::category),
  ENGAGEMENT(MemberRecord::engagement),
  UNIT(MemberRecord::unit),
  POSITION(MemberRecord::position),
  STAFF_GROUP(MemberRecord::staffGroup),
  EDUCATION(MemberRecord::education),
  DUES_BY_PAYROLL(MemberRecord::duesByPayroll),
  UNION_ROLES(MemberField::roles),
  JOINED_UNION(MemberField::joined),
  REGISTERED(MemberRecord::registeredOn),
  PROTOCOL_NUMBER(MemberRecord::protocolNumber),
  PROTOCOL_DATE(MemberRecord::protocolOn);

  private final Function<MemberRecord, @Nullable Object> value;

  MemberField(Function<MemberRecord, @Nullable Object> value) {
    this.value = value;
  }

  @Nullable String in(MemberRecord member) {
    Object found = value.apply(member);
    return found == null ? null : found.toString();
  }

  /** What differs between two records of one member. */
  public static List<FieldChange> changes(MemberRecord before, MemberRecord after) {
    List<FieldChange> changes = new ArrayList<>();
    for (MemberField field : values()) {
      String was = field.in(before);
      String is = field.in(after);
      if (!Objects.equals(was, is)) {
        changes.add(new FieldChange(field.name(), was, is));
      }
    }
    return changes;
  }

  private static @Nullable String roles(MemberRecord member) {
    return member.unionRoles().isEmpty()
        ? null
        : member.unionRoles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
  }

  private static String joined(MemberRecord member) {
    JoinedOn joined = member.joinedUnion();
    return joined.precision() == JoinedOn.Precision.YEAR
        ? String.valueOf(joined.date().getYear())
        : joined.date().toString();
  }
}
