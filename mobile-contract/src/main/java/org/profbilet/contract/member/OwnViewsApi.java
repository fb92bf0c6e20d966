package org.profbilet.contract.member;

import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** «Кто видел мои данные». */
@Tag(name = "member")
public interface OwnViewsApi {

  @Operation(operationId = "listOwnViews", summary = "Who opened my record, when and why")
  @Get("/v1/member/views")
  OwnViews list();
}
