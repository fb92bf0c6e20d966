package org.profbilet.api.chair;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.profbilet.contract.chair.MemberCard;
import org.profbilet.contract.chair.MemberPage;
import org.profbilet.contract.chair.MemberState;
import org.profbilet.contract.chair.NewMember;
import org.profbilet.memberlists.HeldCard;
import org.profbilet.memberlists.ShowMembers;
import org.profbilet.memberlists.form.Column;
import org.profbilet.memberlists.form.RowProblem;
import org.profbilet.memberlists.form.Sentences;
import org.profbilet.members.ChangeState;
import org.profbilet.members.Engagement;
import org.profbilet.members.JoinedOn;
import org.profbilet.members.MemberCategory;
import org.profbilet.members.MemberRecord;
import org.profbilet.members.RegisteredMember;
import org.profbilet.members.UnionRole;

/** Members as the contract shows them, and a new one as the form has her. */
final class MemberViews {

  private MemberViews() {}

  /**
   * @param members one more than asked for where there are more
   */
  static MemberPage page(List<RegisteredMember> members, int limit) {
    List<MemberPage.Item> items = members.stream().limit(limit).map(MemberViews::item).toList();
    return new MemberPage(items, members.size() > limit ? items.get(items.size() - 1).id() : null);
  }

  private static MemberPage.Item item(RegisteredMember registered) {
    MemberRecord member = registered.member();
    return new MemberPage.Item(
        registered.personId(),
        member.name().last(),
        member.name().first(),
        member.name().middle(),
        registered.ticketNumber().value(),
        member.category().name(),
        member.position());
  }

  static MemberCard card(ShowMembers.Page page) {
    RegisteredMember registered = page.member();
    MemberRecord member = registered.member();
    HeldCard card = page.card();
    return new MemberCard(
        registered.personId(),
        member.name().last(),
        member.name().first(),
        member.name().middle(),
        member.birthDate(),
        member.sex().name(),
        registered.ticketNumber().value(),
        member.paperTicket(),
        member.note(),
        member.category().name(),
        member.engagement().name(),
        member.unit(),
        member.position(),
        name(member.staffGroup()),
        name(member.education()),
        member.duesByPayroll(),
        member.unionRoles().stream().map(Enum::name).sorted().toList(),
        joined(member.joinedUnion()),
        member.registeredOn(),
        member.protocolNumber(),
        member.protocolOn(),
        registered.suspendedUntil(),
        registered.endedOn(),
        name(registered.endReason()),
        addresses(page),
        consents(page),
        card == null
            ? null
            : new MemberCard.Card(card.id(), card.serial(), card.status(), card.issuedOn()),
        changes(page));
  }

  private static List<MemberCard.Address> addresses(ShowMembers.Page page) {
    return page.contacts().stream()
        .map(
            contact ->
                new MemberCard.Address(
                    contact.kind().name(),
                    contact.value(),
                    contact.shared(),
                    contact.verifiedAt() != null))
        .toList();
  }

  private static List<MemberCard.Consent> consents(ShowMembers.Page page) {
    return page.consents().stream()
        .map(
            consent ->
                new MemberCard.Consent(
                    consent.purpose(), consent.channel(), consent.state(), consent.signedOn()))
        .toList();
  }

  private static List<MemberCard.Change> changes(ShowMembers.Page page) {
    return page.changes().stream()
        .map(
            change ->
                new MemberCard.Change(
                    change.at(),
                    change.field(),
                    FieldTitles.of(change.field()),
                    change.before(),
                    change.after()))
        .toList();
  }

  /** The entries of the screen as cells of the form. */
  static Map<Column, String> texts(NewMember member) {
    Map<Column, String> texts = new EnumMap<>(Column.class);
    put(texts, Column.LAST_NAME, member.lastName());
    put(texts, Column.FIRST_NAME, member.firstName());
    put(texts, Column.MIDDLE_NAME, member.middleName());
    put(texts, Column.BIRTH_DATE, member.birthDate());
    put(texts, Column.SEX, member.sex());
    put(texts, Column.CATEGORY, member.category());
    put(texts, Column.ENGAGEMENT, member.engagement());
    put(texts, Column.UNIT, member.unit());
    put(texts, Column.POSITION, member.position());
    put(texts, Column.STAFF_GROUP, member.staffGroup());
    put(texts, Column.EDUCATION, member.education());
    put(texts, Column.JOINED_UNION, member.joinedUnion());
    put(texts, Column.REGISTERED, member.registeredOn());
    put(texts, Column.PROTOCOL_NUMBER, member.protocolNumber());
    put(texts, Column.PROTOCOL_DATE, member.protocolOn());
    put(texts, Column.PAPER_TICKET, member.paperTicket());
    put(texts, Column.PHONE, member.phone());
    put(texts, Column.EMAIL, member.email());
    put(texts, Column.NOTE, member.note());
    return texts;
  }

  static ChangeState.NewState state(MemberState state) {
    return new ChangeState.NewState(
        MemberCategory.valueOf(state.category().name()),
        Engagement.valueOf(state.engagement().name()),
        state.unit(),
        state.position(),
        state.unionRoles().stream()
            .map(role -> UnionRole.valueOf(role.name()))
            .collect(Collectors.toSet()),
        state.suspendedUntil(),
        state.from(),
        state.reason());
  }

  /** There is no row and no file: the sentence begins with the field. */
  static String sentence(RowProblem problem) {
    return Sentences.of(problem).replaceFirst("^Строка \\d+, ", "");
  }

  private static void put(Map<Column, String> texts, Column column, @Nullable Object value) {
    if (value != null) {
      texts.put(column, value.toString());
    }
  }

  private static @Nullable String name(@Nullable Enum<?> code) {
    return code == null ? null : code.name();
  }

  private static String joined(JoinedOn joined) {
    return joined.precision() == JoinedOn.Precision.YEAR
        ? String.valueOf(joined.date().getYear())
        : joined.date().toString();
  }
}
