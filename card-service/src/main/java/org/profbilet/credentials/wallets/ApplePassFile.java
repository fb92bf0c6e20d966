package org.profbilet.credentials.wallets;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.profbilet.contract.credential.PublicAddress;

/**
 * A pass as Apple's wallet takes it: a ZIP of pass.json, pictures, a manifest of SHA-1 hashes and a
 * detached signature over the manifest (Apple, Wallet Developer Guide).
 */
@Singleton
@Requires(bean = AppleCertificate.class)
class ApplePassFile {

  private static final List<String> PICTURES = List.of("icon.png", "icon@2x.png", "logo.png");

  private final AppleCertificate certificate;
  private final PublicAddress address;
  private final String passType;
  private final String team;

  ApplePassFile(
      AppleCertificate certificate,
      PublicAddress address,
      @Value("${profbilet.wallets.apple.pass-type}") String passType,
      @Value("${profbilet.wallets.apple.team}") String team) {
    this.certificate = certificate;
    this.address = address;
    this.passType = passType;
    this.team = team;
  }

  byte[] of(Pass pass) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("pass.json", json(content(pass)));
    PICTURES.forEach(name -> files.put(name, picture(name)));
    Map<String, Object> hashes = new LinkedHashMap<>();
    files.forEach((name, bytes) -> hashes.put(name, sha1(bytes)));
    byte[] manifest = json(hashes);
    files.put("manifest.json", manifest);
    files.put("signature", certificate.sign(manifest));
    return zip(files);
  }

  private Map<String, Object> content(Pass pass) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("formatVersion", 1);
    content.put("passTypeIdentifier", passType);
    content.put("teamIdentifier", team);
    content.put("serialNumber", pass.id().toString());
    content.put("organizationName", pass.card().unionName());
    content.put("description", "Профсоюзный билет");
    content.put("webServiceURL", address.value() + "/v1/open/wallets/apple");
    content.put("authenticationToken", pass.word());
    content.put("sharingProhibited", true);
    content.put("voided", !pass.isGood());
    content.put("foregroundColor", "rgb(255, 255, 255)");
    content.put("labelColor", "rgb(214, 228, 245)");
    content.put("backgroundColor", "rgb(28, 79, 143)");
    content.put(
        "generic",
        Map.of(
            "primaryFields", List.of(field("name", "Член Профсоюза", pass.card().fullName())),
            "secondaryFields", List.of(field("number", "Номер билета", pass.number())),
            "auxiliaryFields", List.of(status(pass)),
            "backFields",
                List.of(
                    field("organisation", "Организация", pass.card().organisationName()),
                    field(
                        "use",
                        "Где показывать",
                        "В магазине и музее: по коду видно, действует ли билет, и инициалы. На"
                            + " собрании откройте билет на телефоне или назовите номер."))));
    if (pass.isGood()) {
      content.put(
          "barcodes",
          List.of(
              Map.of(
                  "format",
                  "PKBarcodeFormatQR",
                  "message",
                  pass.code(),
                  "messageEncoding",
                  "iso-8859-1",
                  "altText",
                  pass.number())));
    }
    return content;
  }

  /** A change of this field is shown on the locked screen, in these words. */
  private static Map<String, Object> status(Pass pass) {
    Map<String, Object> field = field("status", "Состояние", pass.status());
    field.put("changeMessage", "Профсоюзный билет: %@");
    return field;
  }

  private static Map<String, Object> field(String key, String label, String value) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("key", key);
    field.put("label", label);
    field.put("value", value);
    return field;
  }

  private static byte[] json(Map<String, Object> object) {
    return JSONObjectUtils.toJSONString(object).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] picture(String name) {
    try (InputStream in =
        Objects.requireNonNull(ApplePassFile.class.getResourceAsStream("/wallets/" + name))) {
      return in.readAllBytes();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return bytes.toByteArray();
  }
}
