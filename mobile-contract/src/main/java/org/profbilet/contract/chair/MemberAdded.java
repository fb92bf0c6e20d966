package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * @param remarks how the entries were understood where there was a doubt, in Russian
 */
@Serdeable
public record MemberAdded(UUID id, String ticketNumber, List<String> remarks) {

  public MemberAdded {
    remarks = List.copyOf(remarks);
  }
}
