package org.profbilet.credentials.wallets;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Apple's push service: an empty message, upon which the wallet fetches the pass from us. */
@Singleton
@Requires(bean = AppleCertificate.class)
class ApplePush implements TellWallet {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int GONE = 410;

  private final HttpClient client;
  private final String service;
  private final String passType;

  ApplePush(
      AppleCertificate certificate,
      @Value("${profbilet.wallets.apple.push:`https://api.push.apple.com`}") String service,
      @Value("${profbilet.wallets.apple.pass-type}") String passType) {
    this.client =
        HttpClient.newBuilder().sslContext(certificate.client()).connectTimeout(LIMIT).build();
    this.service = service;
    this.passType = passType;
  }

  @Override
  public Wallet wallet() {
    return Wallet.APPLE;
  }

  @Override
  public boolean tell(Pass pass, List<String> pushTokens) {
    return pushTokens.stream().filter(token -> !isTaken(token)).findFirst().isEmpty();
  }

  /** A phone that is gone is told of nothing, and that is well. */
  private boolean isTaken(String pushToken) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + "/3/device/" + pushToken))
            .header("apns-topic", passType)
            .timeout(LIMIT)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status == 200 || status == 400 || status == GONE;
    } catch (IOException unreachable) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
