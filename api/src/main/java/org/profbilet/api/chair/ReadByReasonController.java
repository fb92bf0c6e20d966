package org.profbilet.api.chair;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.profbilet.access.Acting;
import org.profbilet.access.ReadByReason;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.MemberCard;
import org.profbilet.contract.chair.MemberPage;
import org.profbilet.contract.chair.ReadByReasonApi;
import org.profbilet.memberlists.ShowMembers;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class ReadByReasonController implements ReadByReasonApi {

  private final ReadByReason readByReason;
  private final ShowMembers showMembers;
  private final Caller caller;

  ReadByReasonController(ReadByReason readByReason, ShowMembers showMembers, Caller caller) {
    this.readByReason = readByReason;
    this.showMembers = showMembers;
    this.caller = caller;
  }

  @Override
  public MemberPage search(UUID primaryId, String query, @Nullable UUID cursor, int limit) {
    return MemberViews.page(
        showMembers.list(reader(primaryId), query.strip(), cursor, limit + 1), limit);
  }

  @Override
  public MemberCard show(UUID primaryId, UUID personId) {
    return MemberViews.card(showMembers.show(reader(primaryId), personId));
  }

  private Acting reader(UUID primaryId) {
    return readByReason.reader(caller.accountId(), primaryId);
  }
}
