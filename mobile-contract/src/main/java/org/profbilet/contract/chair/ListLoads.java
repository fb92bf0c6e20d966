package org.profbilet.contract.chair;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Lists that were loaded lately or wait to be applied, newest first. */
@Serdeable
public record ListLoads(List<ListPlan> lists) {

  public ListLoads {
    lists = List.copyOf(lists);
  }
}
