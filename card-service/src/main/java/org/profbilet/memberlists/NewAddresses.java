package org.profbilet.memberlists;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.profbilet.contacts.NewContact;
import org.profbilet.memberlists.form.ListedPerson;

/** The addresses that a row of a list tells, on their way into the register. */
final class NewAddresses {

  private NewAddresses() {}

  static List<NewContact> of(UUID personId, ListedPerson person) {
    List<NewContact> addresses = new ArrayList<>();
    if (person.phone() != null) {
      addresses.add(NewContact.of(personId, person.phone()));
    }
    if (person.email() != null) {
      addresses.add(NewContact.of(personId, person.email()));
    }
    return addresses;
  }
}
