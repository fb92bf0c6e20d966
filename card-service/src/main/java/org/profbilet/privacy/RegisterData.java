package org.profbilet.privacy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.profbilet.privacy.DataCopy.Section;

/** What the register and the ticket keep about a person. */
@Singleton
class RegisterData implements PersonalData {

  private final CopyRepository repository;

  RegisterData(CopyRepository repository) {
    this.repository = repository;
  }

  @Override
  public List<Section> of(UUID personId) {
    return List.of(
        new Section("person", "Учётная карточка", repository.listPerson(personId)),
        new Section("memberships", "Учёт в организациях", repository.listMemberships(personId)),
        new Section("changes", "Что менялось", repository.listChanges(personId)),
        new Section("contacts", "Телефоны и почта", repository.listContacts(personId)),
        new Section("consents", "Согласия: все решения", repository.listConsents(personId)),
        new Section("cards", "Пластиковые карты", repository.listCards(personId)),
        new Section("phones", "Билет на телефоне", repository.listPhones(personId)),
        new Section("meetings", "Собрания и мероприятия", repository.listMeetings()),
        new Section("scans", "Отметки на входе", repository.listScans()),
        new Section("mandates", "Мандаты", repository.listMandates(personId)));
  }
}
