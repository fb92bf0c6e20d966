package org.profbilet.meetings;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.profbilet.contract.credential.PlasticCode;

/** What only the credentials know of tickets, and a door's list is sealed with. */
interface TicketSecrets {

  /** Whether this code was printed by us. */
  boolean isGenuine(PlasticCode code);

  /** The token of a copy of a card. */
  String tokenOf(String ticketNumber, String serial);

  /** Public keys of the phones that these people have enrolled, as {@code x.y}. */
  List<PhoneSecret> phonesOf(Collection<UUID> people);

  /** Signs a text of JSON with the root key that scanners have pinned. */
  String sign(String type, String json);

  /** Of one phone. */
  record PhoneSecret(UUID personId, String key) {}
}
