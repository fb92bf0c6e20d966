package org.profbilet.consents;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.access.RowScope;

/**
 * The address to which one code goes because the member asks for it herself (purpose VERIFY). It is
 * no message, so it needs no consent to messages; an address shared with others gets no code until
 * it was verified as hers.
 */
@Singleton
public class VerificationAddress {

  private final RowScope rowScope;
  private final VerificationAddressRepository addresses;

  VerificationAddress(RowScope rowScope, VerificationAddressRepository addresses) {
    this.rowScope = rowScope;
    this.addresses = addresses;
  }

  /** Opens the rows of this one person to the transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<ConsentedAddress> findEmail(UUID personId) {
    rowScope.person(personId);
    return addresses
        .findEmail(personId)
        .map(found -> new ConsentedAddress(found.id(), AddressKind.EMAIL, found.value(), 0));
  }
}
