package org.profbilet.api.open;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import org.profbilet.contract.open.CheckAnswer;
import org.profbilet.contract.open.CheckApi;
import org.profbilet.contract.open.ShownCode;
import org.profbilet.credentials.CheckShownCode;
import org.profbilet.credentials.CodeCheck;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class CheckController implements CheckApi {

  private final CheckShownCode checkShownCode;

  CheckController(CheckShownCode checkShownCode) {
    this.checkShownCode = checkShownCode;
  }

  @Override
  public CheckAnswer check(@Body @Valid ShownCode code) {
    CodeCheck check = checkShownCode.check(code.text());
    return new CheckAnswer(
        check.outcome().name(), check.initials().isEmpty() ? null : check.initials());
  }
}
