package org.profbilet.api.member;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import org.profbilet.api.problem.Refusal;
import org.profbilet.api.session.Audience;
import org.profbilet.api.session.Caller;
import org.profbilet.contract.member.OwnWallets;
import org.profbilet.contract.member.OwnWalletsApi;
import org.profbilet.contract.member.SaveLink;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Audience.MEMBER)
class OwnWalletsController implements OwnWalletsApi {

  private final org.profbilet.credentials.wallets.OwnWallets ownWallets;
  private final Caller caller;

  OwnWalletsController(org.profbilet.credentials.wallets.OwnWallets ownWallets, Caller caller) {
    this.ownWallets = ownWallets;
    this.caller = caller;
  }

  @Override
  public OwnWallets list() {
    return new OwnWallets(ownWallets.list().stream().map(Enum::name).sorted().toList());
  }

  @Override
  public HttpResponse<byte[]> apple() {
    byte[] file =
        ownWallets
            .appleFile(caller.personId())
            .orElseThrow(() -> new Refusal(ProblemType.WALLET_OFF));
    return HttpResponse.ok(file)
        .contentType(PASS)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ticket.pkpass\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @Override
  public SaveLink google() {
    return ownWallets
        .googleLink(caller.personId())
        .map(SaveLink::new)
        .orElseThrow(() -> new Refusal(ProblemType.WALLET_OFF));
  }
}
