package org.profbilet.api.scanner;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.profbilet.api.problem.Problems;
import org.profbilet.contract.problem.Problem;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.meetings.devices.DeviceRevoked;

@Singleton
class DeviceRevokedHandler implements ExceptionHandler<DeviceRevoked, HttpResponse<Problem>> {

  private final Problems problems;

  DeviceRevokedHandler(Problems problems) {
    this.problems = problems;
  }

  @Override
  public HttpResponse<Problem> handle(HttpRequest request, DeviceRevoked exception) {
    return problems.answer(request, ProblemType.DEVICE_REVOKED);
  }
}
