package org.profbilet.members.duplicates;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.profbilet.access.Acting;
import org.profbilet.access.NotYours;
import org.profbilet.access.RowScope;
import org.profbilet.audit.Audit;

/** Shows a chair records of her own primary that may be one human, and hears that they are not. */
@Singleton
public class FindDuplicates {

  private final RowScope rowScope;
  private final MergeRepository merges;
  private final Audit audit;
  private final Clock clock;

  FindDuplicates(RowScope rowScope, MergeRepository merges, Audit audit, Clock clock) {
    this.rowScope = rowScope;
    this.merges = merges;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public List<LookAlikes> list(Acting acting) {
    rowScope.primary(acting.organisationId());
    return merges.listLookAlikes(acting.organisationId());
  }

  /** Newest first, undone ones too. */
  @Transactional
  public List<Merge> listMerges(Acting acting) {
    rowScope.primary(acting.organisationId());
    return merges.listOf(acting.organisationId());
  }

  /**
   * The two are two people: they are not shown again.
   *
   * @throws NotYours where one of them is not a record of this primary
   */
  @Transactional
  public void sayDistinct(Acting acting, UUID personId, UUID otherId) {
    UUID primaryId = acting.organisationId();
    rowScope.primary(primaryId);
    int said =
        merges.sayDistinct(primaryId, personId, otherId, acting.accountId(), clock.instant());
    if (said != 1) {
      throw new NotYours();
    }
    audit.record(acting.accountId(), primaryId, "PEOPLE_DISTINCT", personId, Map.of());
  }
}
