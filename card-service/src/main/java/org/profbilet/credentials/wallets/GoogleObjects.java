package org.profbilet.credentials.wallets;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Google's objects: the pass is replaced where Google keeps it, with an access token for an hour.
 */
@Singleton
@Requires(bean = GoogleAccount.class)
class GoogleObjects implements TellWallet {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String SCOPE = "https://www.googleapis.com/auth/wallet_object.issuer";

  private final GoogleAccount account;
  private final GooglePass pass;
  private final Clock clock;
  private final String service;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  GoogleObjects(
      GoogleAccount account,
      GooglePass pass,
      Clock clock,
      @Value("${profbilet.wallets.google.service:`https://walletobjects.googleapis.com`}")
          String service) {
    this.account = account;
    this.pass = pass;
    this.clock = clock;
    this.service = service;
  }

  @Override
  public Wallet wallet() {
    return Wallet.GOOGLE;
  }

  /** A link that was never followed left no object there: nothing to tell. */
  @Override
  public boolean tell(Pass changed, List<String> pushTokens) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(service + "/walletobjects/v1/genericObject/" + pass.objectId(changed)))
              .header("Authorization", "Bearer " + accessToken())
              .header("Content-Type", "application/json; charset=utf-8")
              .timeout(LIMIT)
              .method(
                  "PUT",
                  BodyPublishers.ofString(JSONObjectUtils.toJSONString(pass.object(changed))))
              .build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status == 200 || status == 404;
    } catch (IOException | ParseException unreachable) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A signed wish for a token (RFC 7523). */
  private String accessToken() throws IOException, InterruptedException, ParseException {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", account.email());
    claims.put("scope", SCOPE);
    claims.put("aud", account.tokenAddress());
    claims.put("iat", clock.instant().getEpochSecond());
    claims.put("exp", clock.instant().plus(Duration.ofHours(1)).getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(account.tokenAddress()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(LIMIT)
            .POST(
                BodyPublishers.ofString(
                    "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="
                        + account.sign(claims)))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    String token = JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "access_token");
    if (token == null) {
      throw new IOException("no access token was given");
    }
    return token;
  }
}
