package org.profbilet.statistics.roadmap;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.audit.Audit;

/** An office sets the days by which its primaries are to have done the steps. */
@Singleton
public class SetDueDates {

  private final RoadMapRepository repository;
  private final Audit audit;

  SetDueDates(RoadMapRepository repository, Audit audit) {
    this.repository = repository;
    this.audit = audit;
  }

  @Transactional
  public void set(UUID accountId, UUID officeId, List<DueDate> dates) {
    for (DueDate date : dates) {
      repository.setDueDate(officeId, date.step(), date.dueOn());
    }
    audit.record(accountId, officeId, "DUE_DATES_SET", officeId, Map.of("steps", dates.size()));
  }
}
