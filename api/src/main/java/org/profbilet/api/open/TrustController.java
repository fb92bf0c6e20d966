package org.profbilet.api.open;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.profbilet.api.problem.Refusal;
import org.profbilet.contract.open.TrustApi;
import org.profbilet.contract.problem.ProblemType;
import org.profbilet.credentials.PublishEndedCards;
import org.profbilet.credentials.PublishTrust;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class TrustController implements TrustApi {

  private static final String AN_HOUR = "public, max-age=3600";
  private static final String FIVE_MINUTES = "public, max-age=300";

  private final PublishTrust publishTrust;
  private final PublishEndedCards publishEndedCards;

  TrustController(PublishTrust publishTrust, PublishEndedCards publishEndedCards) {
    this.publishTrust = publishTrust;
    this.publishEndedCards = publishEndedCards;
  }

  @Override
  public HttpResponse<String> keys() {
    String keys = JSONObjectUtils.toJSONString(publishTrust.keySet());
    return HttpResponse.ok(keys)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, AN_HOUR);
  }

  @Override
  public HttpResponse<String> statusList(
      int number, @Header("If-None-Match") @Nullable String known) {
    String list =
        publishTrust.statusList(number).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    return unlessKnown(list, STATUS_LIST, known);
  }

  @Override
  public HttpResponse<String> bundle(@Header("If-None-Match") @Nullable String known) {
    return unlessKnown(publishTrust.bundle(), BUNDLE, known);
  }

  @Override
  public HttpResponse<String> endedCards(@Header("If-None-Match") @Nullable String known) {
    return unlessKnown(publishEndedCards.list(), ENDED_CARDS, known);
  }

  private static HttpResponse<String> unlessKnown(
      String text, String type, @Nullable String known) {
    String tag = tag(text);
    if (tag.equals(known)) {
      return HttpResponse.<String>notModified().header(HttpHeaders.ETAG, tag);
    }
    return HttpResponse.ok(text)
        .contentType(MediaType.of(type))
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
  }

  private static String tag(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.US_ASCII));
      return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
