package org.profbilet.memberlists;

import java.util.stream.Collectors;
import org.profbilet.members.MemberRecord;
import org.profbilet.requests.RequestHash;

/** Equal for equal records, and telling nothing about the person. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(MemberRecord member) {
    String roles =
        member.unionRoles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    return RequestHash.of(
        person(member),
        member.category(),
        member.engagement(),
        member.unit(),
        member.position(),
        member.staffGroup(),
        member.education(),
        member.duesByPayroll(),
        roles,
        member.joinedUnion(),
        member.registeredOn(),
        member.protocolNumber(),
        member.protocolOn());
  }

  /** Of what belongs to the human being and not to a membership. */
  static String person(MemberRecord member) {
    return RequestHash.of(
        member.name().last(),
        member.name().first(),
        member.name().middle(),
        member.birthDate(),
        member.sex(),
        member.paperTicket(),
        member.note());
  }
}
