package org.profbilet.api.chair;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.UUID;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.chair.PrimaryApi;
import org.profbilet.contract.chair.PrimaryOverview;
import org.profbilet.contract.chair.PrimaryOverview.Task;
import org.profbilet.statistics.DeskOverview;
import org.profbilet.statistics.ShowDesk;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.STAFF)
class PrimaryController implements PrimaryApi {

  private final ShowDesk showDesk;
  private final Caller caller;

  PrimaryController(ShowDesk showDesk, Caller caller) {
    this.showDesk = showDesk;
    this.caller = caller;
  }

  @Override
  public PrimaryOverview show(UUID primaryId) {
    DeskOverview desk = showDesk.show(caller.accountId(), primaryId);
    return new PrimaryOverview(
        desk.primary().id(),
        desk.primary().inpo(),
        desk.primary().name(),
        desk.people(),
        desk.toDo().stream().map(task -> new Task(task.kind().name(), task.count())).toList(),
        desk.above().shortName(),
        desk.above().phone());
  }
}
