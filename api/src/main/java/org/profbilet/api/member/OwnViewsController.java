package org.profbilet.api.member;

import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.profbilet.access.WhoSawMe;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.member.OwnViews;
import org.profbilet.contract.member.OwnViewsApi;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class OwnViewsController implements OwnViewsApi {

  private final WhoSawMe whoSawMe;
  private final Caller caller;

  OwnViewsController(WhoSawMe whoSawMe, Caller caller) {
    this.whoSawMe = whoSawMe;
    this.caller = caller;
  }

  @Override
  public OwnViews list() {
    return new OwnViews(
        whoSawMe.list(caller.personId()).stream()
            .map(
                line ->
                    new OwnViews.Line(
                        line.day(),
                        line.basis().name(),
                        line.viewerName(),
                        line.organisationName(),
                        line.reason(),
                        line.times(),
                        line.lastAt()))
            .toList());
  }
}
