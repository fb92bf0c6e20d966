package org.profbilet.memberlists;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.consents.TakeBackPapers;
import org.profbilet.contacts.Contacts;
import org.profbilet.memberlists.AppliedRow.Deed;
import org.profbilet.members.MemberRecord;
import org.profbilet.requests.IdList;

/** Keeps what applying did, and takes it back. */
@Singleton
class DeedStore {

  private final DeedRepository repository;
  private final Contacts contacts;
  private final TakeBackPapers papers;
  private final ObjectMapper json;

  DeedStore(
      DeedRepository repository, Contacts contacts, TakeBackPapers papers, ObjectMapper json) {
    this.repository = repository;
    this.contacts = contacts;
    this.papers = papers;
    this.json = json;
  }

  /** A deed, and whether somebody has changed an address or a consent of the person since. */
  record Done(AppliedRow row, boolean addressTouched, boolean consentTouched) {}

  void insert(UUID planId, UUID primaryId, List<AppliedRow> rows) {
    try {
      repository.insert(planId, primaryId, json.writeValueAsString(rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Done> list(UUID planId, UUID primaryId) {
    return repository.listDeeds(planId, primaryId).stream().map(this::done).toList();
  }

  /**
   * @return who stays because something else refers to her
   */
  List<UUID> takeBackPeople(UUID planId, List<UUID> personIds, String contactIds) {
    return personIds.isEmpty()
        ? List.of()
        : repository.takeBackPeople(planId, IdList.of(personIds), contactIds);
  }

  void takeBackConsents(Acting acting, UUID planId, List<UUID> personIds) {
    papers.takeBack(acting, planId, personIds);
  }

  void takeBackContacts(String contactIds, UUID primaryId) {
    repository.takeBackContacts(contactIds);
    contacts.markShared(primaryId);
  }

  void takeBackMemberships(List<UUID> membershipIds) {
    repository.takeBackMemberships(IdList.of(membershipIds));
  }

  private Done done(StoredDeed deed) {
    List<UUID> contactIds =
        Arrays.stream(deed.contactIds().split(","))
            .filter(id -> !id.isEmpty())
            .map(UUID::fromString)
            .toList();
    AppliedRow row =
        new AppliedRow(
            deed.personId(),
            Deed.valueOf(deed.deed()),
            deed.membershipId(),
            record(deed.before()),
            deed.afterHash(),
            contactIds);
    return new Done(row, deed.addressTouched(), deed.consentTouched());
  }

  private @Nullable MemberRecord record(@Nullable String text) {
    try {
      return text == null ? null : json.readValue(text, MemberRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException(new IOException("a stored record does not parse"));
    }
  }
}
