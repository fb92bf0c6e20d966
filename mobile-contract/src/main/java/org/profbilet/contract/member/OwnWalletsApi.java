package org.profbilet.contract.member;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** My ticket in the wallet of my phone: a card to look at, good for a check in a shop. */
@Tag(name = "member")
public interface OwnWalletsApi {

  String PASS = "application/vnd.apple.pkpass";

  @Operation(operationId = "listWallets", summary = "The wallets that this union serves")
  @Get("/v1/member/wallets")
  OwnWallets list();

  @Operation(operationId = "putIntoAppleWallet", summary = "My pass for Apple's wallet, a file")
  @Put("/v1/member/wallets/apple")
  @Produces(PASS)
  HttpResponse<byte[]> apple();

  @Operation(operationId = "putIntoGoogleWallet", summary = "The link that saves my pass")
  @Put("/v1/member/wallets/google")
  SaveLink google();
}
