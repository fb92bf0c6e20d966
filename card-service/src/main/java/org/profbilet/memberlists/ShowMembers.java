package org.profbilet.memberlists;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.access.Viewing;
import org.profbilet.contacts.Contact;
import org.profbilet.contacts.Contacts;
import org.profbilet.members.Members;
import org.profbilet.members.RecordedChange;
import org.profbilet.members.RegisteredMember;

/** Shows a chair her members: the list by surname, and everything about one. */
@Singleton
public class ShowMembers {

  private final RowScope rowScope;
  private final Viewing viewing;
  private final Members members;
  private final Contacts contacts;
  private final MemberPageRepository repository;

  ShowMembers(
      RowScope rowScope,
      Viewing viewing,
      Members members,
      Contacts contacts,
      MemberPageRepository repository) {
    this.rowScope = rowScope;
    this.viewing = viewing;
    this.members = members;
    this.contacts = contacts;
    this.repository = repository;
  }

  /** All that is known of a member. */
  public record Page(
      RegisteredMember member,
      List<Contact> contacts,
      List<HeldConsent> consents,
      @Nullable HeldCard card,
      List<RecordedChange> changes) {

    public Page {
      contacts = List.copyOf(contacts);
      consents = List.copyOf(consents);
      changes = List.copyOf(changes);
    }
  }

  /**
   * @param query the beginning of a surname
   * @param after the person the page before ended with
   */
  @Transactional
  public List<RegisteredMember> list(Acting acting, String query, @Nullable UUID after, int limit) {
    rowScope.primary(acting.organisationId());
    List<RegisteredMember> page = members.search(acting.organisationId(), query, after, limit);
    viewing.listed(acting, page.stream().map(RegisteredMember::personId).toList());
    return page;
  }

  /**
   * @throws NotYours where this primary has no such person
   */
  @Transactional
  public Page show(Acting acting, UUID personId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    RegisteredMember member = members.find(primaryId, personId).orElseThrow(NotYours::new);
    viewing.opened(acting, personId);
    return new Page(
        member,
        contacts.listOfPerson(primaryId, personId),
        repository.listConsents(primaryId, personId),
        repository.findCard(primaryId, personId).orElse(null),
        members.listChanges(primaryId, personId));
  }
}
