package org.profbilet.requests;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ids as one parameter of a statement: {@code id IN (SELECT unnest(CAST(string_to_array(:ids, ',')
 * AS uuid[])))}. A list of parameters would end at 65,535 of them; {@code = ANY} of the same array
 * reads it anew for every row that it asks.
 */
public final class IdList {

  private IdList() {}

  public static String of(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }
}
