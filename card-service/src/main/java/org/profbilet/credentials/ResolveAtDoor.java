package org.profbilet.credentials;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.profbilet.contract.credential.StatusReference;

/** Leads from what was shown to the person; answers only inside the scope of a meeting. */
@Singleton
public class ResolveAtDoor {

  private final CredentialRepository credentials;

  ResolveAtDoor(CredentialRepository credentials) {
    this.credentials = credentials;
  }

  /** Whose credential has this entry; the caller has set the scope of a meeting. */
  public Optional<ShownCredential> find(StatusReference reference) {
    return credentials.findShown(reference.list(), reference.index());
  }

  /** Door keys of the trusted phones of these people; the caller has set the scope of a meeting. */
  public List<DoorKey> listDoorKeys(Collection<UUID> people) {
    return credentials.listDoorKeys(
        people.stream().map(UUID::toString).collect(Collectors.joining(",")));
  }
}
