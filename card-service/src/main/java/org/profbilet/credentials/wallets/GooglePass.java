package org.profbilet.credentials.wallets;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.profbilet.contract.credential.PublicAddress;

/** A pass as Google's wallet takes it: a generic object, carried in the link that saves it. */
@Singleton
@Requires(bean = GoogleAccount.class)
class GooglePass {

  private final GoogleAccount account;
  private final PublicAddress address;
  private final Clock clock;
  private final String issuer;

  GooglePass(
      GoogleAccount account,
      PublicAddress address,
      Clock clock,
      @Value("${profbilet.wallets.google.issuer}") String issuer) {
    this.account = account;
    this.address = address;
    this.clock = clock;
    this.issuer = issuer;
  }

  /** Opened on a phone, it asks whether to save the ticket. */
  String saveLink(Pass pass) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", account.email());
    claims.put("aud", "google");
    claims.put("typ", "savetowallet");
    claims.put("iat", clock.instant().getEpochSecond());
    claims.put("origins", List.of(address.value()));
    claims.put(
        "payload",
        Map.of(
            "genericClasses", List.of(Map.of("id", classId())),
            "genericObjects", List.of(object(pass))));
    return "https://pay.google.com/gp/v/save/" + account.sign(claims);
  }

  String objectId(Pass pass) {
    return issuer + "." + pass.id();
  }

  Map<String, Object> object(Pass pass) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", objectId(pass));
    object.put("classId", classId());
    object.put("state", pass.isGood() ? "ACTIVE" : "INACTIVE");
    object.put("hexBackgroundColor", "#1c4f8f");
    object.put("cardTitle", text(pass.card().unionName()));
    object.put("subheader", text("Член Профсоюза"));
    object.put("header", text(pass.card().fullName()));
    object.put(
        "textModulesData",
        List.of(
            module("number", "Номер билета", pass.number()),
            module("status", "Состояние", pass.status()),
            module("organisation", "Организация", pass.card().organisationName())));
    if (pass.isGood()) {
      object.put(
          "barcode",
          Map.of("type", "QR_CODE", "value", pass.code(), "alternateText", pass.number()));
    }
    return object;
  }

  private String classId() {
    return issuer + ".union-ticket";
  }

  private static Map<String, Object> text(String value) {
    return Map.of("defaultValue", Map.of("language", "ru", "value", value));
  }

  private static Map<String, Object> module(String id, String header, String body) {
    return Map.of("id", id, "header", header, "body", body);
  }
}
