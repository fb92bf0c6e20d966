package org.profbilet.api.open;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import org.profbilet.accounts.HandOutAccount;
import org.profbilet.api.problem.Refusal;
import org.profbilet.contract.open.AccountActivation;
import org.profbilet.contract.open.AccountApi;
import org.profbilet.contract.problem.ProblemType;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class AccountController implements AccountApi {

  private final HandOutAccount handOutAccount;

  AccountController(HandOutAccount handOutAccount) {
    this.handOutAccount = handOutAccount;
  }

  @Override
  public HttpResponse<?> activate(@Body @Valid AccountActivation activation) {
    return switch (handOutAccount.activate(
        activation.login(), activation.code(), activation.password())) {
      case OPENED -> HttpResponse.noContent();
      case REFUSED -> throw new Refusal(ProblemType.ACCOUNT_CODE_REFUSED);
      case PASSWORD_TOO_SHORT -> throw new Refusal(ProblemType.NEW_PASSWORD_TOO_SHORT);
    };
  }
}
