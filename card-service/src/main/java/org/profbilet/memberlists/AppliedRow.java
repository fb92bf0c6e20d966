package org.profbilet.memberlists;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.members.MemberRecord;
import org.profbilet.members.RegisteredMember;

/**
 * What applying a plan did to one person, so that it can be undone.
 *
 * @param membershipId of the membership she had before; none for one who was added
 * @param before her record before; none for one who was added
 * @param afterHash the fingerprint of the record as it was written
 * @param contactIds the addresses that the list told
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AppliedRow(
    UUID personId,
    Deed deed,
    @Nullable UUID membershipId,
    @Nullable MemberRecord before,
    String afterHash,
    List<UUID> contactIds) {

  enum Deed {
    ADDED,
    CHANGED,
    BROUGHT_BACK
  }

  AppliedRow {
    contactIds = List.copyOf(contactIds);
  }

  static AppliedRow added(UUID personId, MemberRecord after, List<UUID> contactIds) {
    return new AppliedRow(personId, Deed.ADDED, null, null, Fingerprint.of(after), contactIds);
  }

  static AppliedRow of(
      Deed deed, RegisteredMember before, MemberRecord after, List<UUID> contactIds) {
    return new AppliedRow(
        before.personId(),
        deed,
        before.membershipId(),
        before.member(),
        Fingerprint.of(after),
        contactIds);
  }

  @Override
  public String toString() {
    return "AppliedRow[" + personId + " " + deed + "]";
  }
}
