package org.profbilet.contacts;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.members.corrections.CorrectedField;
import org.profbilet.members.corrections.OwnAddresses;

/** Addresses as a member corrects them and her chair accepts them. */
@Singleton
class CorrectedAddresses implements OwnAddresses {

  private final Contacts contacts;

  CorrectedAddresses(Contacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public Optional<String> find(UUID primaryId, UUID personId, CorrectedField field) {
    return contacts.listOfPerson(primaryId, personId).stream()
        .filter(contact -> contact.kind().name().equals(field.name()))
        .map(Contact::value)
        .findFirst();
  }

  @Override
  public Optional<String> read(CorrectedField field, String text) {
    if (field == CorrectedField.PHONE) {
      List<Phone> found = Phones.find(text);
      return found.size() == 1 ? Optional.of(found.get(0).e164()) : Optional.empty();
    }
    return EmailAddress.isValid(text)
        ? Optional.of(EmailAddress.of(text).value())
        : Optional.empty();
  }

  @Override
  public void change(UUID primaryId, UUID personId, CorrectedField field, String value) {
    NewContact contact =
        field == CorrectedField.PHONE
            ? NewContact.of(personId, new Phone(value))
            : NewContact.of(personId, new EmailAddress(value));
    contacts.record(primaryId, List.of(contact));
  }
}
