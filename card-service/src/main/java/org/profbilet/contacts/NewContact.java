package org.profbilet.contacts;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** An address on its way into the register. */
@Serdeable
public record NewContact(UUID id, UUID personId, ContactKind kind, String value) {

  public static NewContact of(UUID personId, Phone phone) {
    return new NewContact(
        UuidCreator.getTimeOrderedEpoch(), personId, ContactKind.PHONE, phone.e164());
  }

  public static NewContact of(UUID personId, EmailAddress email) {
    return new NewContact(
        UuidCreator.getTimeOrderedEpoch(), personId, ContactKind.EMAIL, email.value());
  }

  @Override
  public String toString() {
    return "NewContact[" + kind + "]";
  }
}
