package org.profbilet.memberlists.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.profbilet.contacts.EmailAddress;
import org.profbilet.contacts.Phone;
import org.profbilet.contacts.Phones;
import org.profbilet.memberlists.form.RowProblem.Code;

/** Phone and e-mail: a bad one keeps a person out only when her consent makes it necessary. */
final class ContactColumns {

  private ContactColumns() {}

  static @Nullable Phone phone(RowCells row, ListedConsents consents) {
    boolean needed =
        consents.partnerOn() != null
            || consents.channels().contains(ListedChannel.SMS)
            || consents.channels().contains(ListedChannel.PUSH);
    if (row.cell(Column.PHONE).isEmpty()) {
      if (needed) {
        row.problem(Column.PHONE, Code.PHONE_NEEDED);
      }
      return null;
    }
    List<Phone> phones = Phones.find(row.text(Column.PHONE));
    if (phones.isEmpty()) {
      row.problem(Column.PHONE, needed ? Code.PHONE_UNREADABLE_BUT_NEEDED : Code.PHONE_UNREADABLE);
      return null;
    }
    if (phones.size() > 1) {
      row.problem(Column.PHONE, Code.SEVERAL_PHONES, phones.get(0).e164());
    }
    return phones.get(0);
  }

  static @Nullable EmailAddress email(RowCells row, ListedConsents consents) {
    boolean needed = consents.channels().contains(ListedChannel.EMAIL);
    String text = row.text(Column.EMAIL);
    if (text.isEmpty() || text.equals("-")) {
      if (needed) {
        row.problem(Column.EMAIL, Code.EMAIL_NEEDED);
      }
      return null;
    }
    if (!EmailAddress.isValid(text)) {
      row.problem(Column.EMAIL, needed ? Code.EMAIL_UNREADABLE_BUT_NEEDED : Code.EMAIL_UNREADABLE);
      return null;
    }
    EmailAddress address = EmailAddress.of(text);
    MistypedEmail.likely(address)
        .ifPresent(likely -> row.problem(Column.EMAIL, Code.EMAIL_LOOKS_MISTYPED, likely));
    return address;
  }
}
