package org.profbilet.notifications.outbox;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.profbilet.consents.ConsentedAddress;
import org.profbilet.contacts.MarkAddressDead;

/** Tells the register that an address is dead, so that the next notice finds none. */
@Singleton
class ForgetDeadAddress {

  private final MarkAddressDead markDead;

  ForgetDeadAddress(MarkAddressDead markDead) {
    this.markDead = markDead;
  }

  void forget(ConsentedAddress address, Instant attemptedAt) {
    switch (address.kind()) {
      case PHONE, EMAIL -> markDead.contact(address.addressId(), address.value(), attemptedAt);
      case FCM_TOKEN, FCM_INSTALLATION, WEB_PUSH ->
          markDead.pushTarget(address.addressId(), address.value(), attemptedAt);
    }
  }
}
