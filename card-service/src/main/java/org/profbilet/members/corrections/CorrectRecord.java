package org.profbilet.members.corrections;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.profbilet.members.Education;
import org.profbilet.members.FieldChange;
import org.profbilet.members.MemberRecord;
import org.profbilet.members.PersonName;

/** A record, one field of it read as text or replaced. */
final class CorrectRecord {

  private CorrectRecord() {}

  static @Nullable String value(MemberRecord member, CorrectedField field) {
    Education education = member.education();
    return switch (field) {
      case LAST_NAME -> member.name().last();
      case FIRST_NAME -> member.name().first();
      case MIDDLE_NAME -> member.name().middle();
      case BIRTH_DATE -> member.birthDate().toString();
      case UNIT -> member.unit();
      case POSITION -> member.position();
      case EDUCATION -> education == null ? null : education.name();
      case PHONE, EMAIL ->
          throw new IllegalArgumentException("an address is no part of the record");
    };
  }

  static MemberRecord with(MemberRecord member, FieldChange change) {
    PersonName name = member.name();
    String value = change.after();
    return switch (CorrectedField.valueOf(change.field())) {
      case LAST_NAME ->
          corrected(
              member, new PersonName(Objects.requireNonNull(value), name.first(), name.middle()));
      case FIRST_NAME ->
          corrected(
              member, new PersonName(name.last(), Objects.requireNonNull(value), name.middle()));
      case MIDDLE_NAME -> corrected(member, new PersonName(name.last(), name.first(), value));
      case BIRTH_DATE ->
          member.corrected(
              name,
              LocalDate.parse(Objects.requireNonNull(value)),
              member.unit(),
              member.position(),
              member.education());
      case UNIT ->
          member.corrected(name, member.birthDate(), value, member.position(), member.education());
      case POSITION ->
          member.corrected(name, member.birthDate(), member.unit(), value, member.education());
      case EDUCATION ->
          member.corrected(
              name,
              member.birthDate(),
              member.unit(),
              member.position(),
              value == null ? null : Education.valueOf(value));
      case PHONE, EMAIL ->
          throw new IllegalArgumentException("an address is no part of the record");
    };
  }

  private static MemberRecord corrected(MemberRecord member, PersonName name) {
    return member.corrected(
        name, member.birthDate(), member.unit(), member.position(), member.education());
  }
}
