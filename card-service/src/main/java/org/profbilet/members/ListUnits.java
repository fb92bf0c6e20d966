package org.profbilet.members;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.profbilet.access.Acting;
import org.profbilet.access.RowScope;

/** Units that members on record name, with how many are in each. */
@Singleton
public class ListUnits {

  private final RowScope rowScope;
  private final MemberRepository repository;

  ListUnits(RowScope rowScope, MemberRepository repository) {
    this.rowScope = rowScope;
    this.repository = repository;
  }

  @Transactional
  public List<Unit> list(Acting acting) {
    rowScope.primary(acting.organisationId());
    return repository.listUnits(acting.organisationId());
  }
}
