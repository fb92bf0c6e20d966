package org.profbilet.memberlists;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;
import org.profbilet.consents.Channel;
import org.profbilet.consents.ConsentState;
import org.profbilet.consents.CurrentConsent;
import org.profbilet.consents.Purpose;
import org.profbilet.contacts.Contact;
import org.profbilet.contacts.ContactKind;
import org.profbilet.contacts.Contacts;
import org.profbilet.contacts.EmailAddress;
import org.profbilet.contacts.Phone;
import org.profbilet.memberlists.Papers.Subject;
import org.profbilet.memberlists.form.ListedChannel;
import org.profbilet.memberlists.form.ListedConsents;
import org.profbilet.memberlists.form.ListedPerson;
import org.profbilet.memberlists.form.Sentences;
import org.profbilet.memberlists.form.WriteList;
import org.profbilet.members.MemberRecord;
import org.profbilet.members.Members;
import org.profbilet.members.RegisteredMember;
import org.profbilet.organisations.Inpo;
import org.profbilet.organisations.Organisations;

/**
 * Writes a primary's own list into the form; loading it again changes nothing. Who took it and when
 * stands in the audit, and the number of that entry in the file.
 */
@Singleton
public class ExportMembers {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

  private final RowScope rowScope;
  private final Organisations organisations;
  private final Members members;
  private final Contacts contacts;
  private final Papers papers;
  private final WriteList writeList;
  private final Audit audit;
  private final Clock clock;

  ExportMembers(
      RowScope rowScope,
      Organisations organisations,
      Members members,
      Contacts contacts,
      Papers papers,
      WriteList writeList,
      Audit audit,
      Clock clock) {
    this.rowScope = rowScope;
    this.organisations = organisations;
    this.members = members;
    this.contacts = contacts;
    this.papers = papers;
    this.writeList = writeList;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return a workbook (.xlsx) of everybody on record, by surname
   */
  @Transactional
  public byte[] export(Acting acting) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    Map<UUID, Map<ContactKind, String>> addresses = addresses(primaryId);
    Map<UUID, Map<Subject, CurrentConsent>> consents = papers.known(acting);
    List<ListedPerson> people =
        members.list(primaryId).stream()
            .filter(RegisteredMember::isOnRecord)
            .sorted(bySurname())
            .map(
                member ->
                    listed(
                        member,
                        addresses.getOrDefault(member.personId(), Map.of()),
                        consents.getOrDefault(member.personId(), Map.of())))
            .toList();
    UUID exportId = UuidCreator.getTimeOrderedEpoch();
    audit.record(
        acting.accountId(), primaryId, "LIST_EXPORTED", exportId, Map.of("rows", people.size()));
    String moment = MOMENT.format(clock.instant().atZone(MOSCOW));
    String stamp = Sentences.text("export.stamp").formatted(moment, exportId);
    return writeList.write(new Inpo(organisations.get(primaryId).inpo()), stamp, people);
  }

  private static Comparator<RegisteredMember> bySurname() {
    Collator russian = Collator.getInstance(Locale.forLanguageTag("ru"));
    return Comparator.comparing(
            (RegisteredMember member) -> member.member().name().forSearch(), russian)
        .thenComparing(RegisteredMember::personId);
  }

  private Map<UUID, Map<ContactKind, String>> addresses(UUID primaryId) {
    Map<UUID, Map<ContactKind, String>> addresses = new HashMap<>();
    for (Contact contact : contacts.list(primaryId)) {
      addresses
          .computeIfAbsent(contact.personId(), id -> new EnumMap<>(ContactKind.class))
          .put(contact.kind(), contact.value());
    }
    return addresses;
  }

  private static ListedPerson listed(
      RegisteredMember member,
      Map<ContactKind, String> addresses,
      Map<Subject, CurrentConsent> consents) {
    MemberRecord record = member.member();
    String phone = addresses.get(ContactKind.PHONE);
    String email = addresses.get(ContactKind.EMAIL);
    return new ListedPerson(
        record.name(),
        record.birthDate(),
        record.sex(),
        record.category(),
        record.engagement(),
        record.unit(),
        record.position(),
        record.staffGroup(),
        record.education(),
        record.joinedUnion(),
        record.registeredOn(),
        record.protocolNumber(),
        record.protocolOn(),
        record.paperTicket(),
        member.ticketNumber(),
        phone == null ? null : new Phone(phone),
        email == null ? null : EmailAddress.of(email),
        record.unionRoles(),
        record.duesByPayroll(),
        consents(consents, phone != null, email != null),
        record.note());
  }

  /**
   * The form has one day for all channels, so it tells the earliest; and it knows a consent that
   * needs an address only together with the address.
   */
  private static ListedConsents consents(
      Map<Subject, CurrentConsent> consents, boolean hasPhone, boolean hasEmail) {
    Set<ListedChannel> channels = EnumSet.noneOf(ListedChannel.class);
    LocalDate earliest = null;
    for (ListedChannel channel : ListedChannel.values()) {
      boolean hasAddress = channel == ListedChannel.EMAIL ? hasEmail : hasPhone;
      LocalDate given = given(consents, Purpose.MESSAGES, Papers.channel(channel));
      if (given != null && hasAddress) {
        channels.add(channel);
        earliest = earliest == null || given.isBefore(earliest) ? given : earliest;
      }
    }
    return new ListedConsents(
        given(consents, Purpose.UNION_PROCESSING, Channel.NONE),
        hasPhone ? given(consents, Purpose.PARTNER, Channel.NONE) : null,
        earliest,
        channels);
  }

  private static @Nullable LocalDate given(
      Map<Subject, CurrentConsent> consents, Purpose purpose, Channel channel) {
    CurrentConsent consent = consents.get(new Subject(purpose, channel));
    return consent != null && consent.state() == ConsentState.GIVEN ? consent.signedOn() : null;
  }
}
