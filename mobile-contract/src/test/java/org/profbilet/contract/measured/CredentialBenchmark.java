package org.profbilet.contract.measured;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.profbilet.contract.credential.CredentialClaims;
import org.profbilet.contract.credential.CredentialKind;
import org.profbilet.contract.credential.CredentialStatus;
import org.profbilet.contract.credential.CredentialVerifier;
import org.profbilet.contract.credential.DeviceKey;
import org.profbilet.contract.credential.DoorExpectation;
import org.profbilet.contract.credential.HolderProof;
import org.profbilet.contract.credential.Initials;
import org.profbilet.contract.credential.OrganisationNumber;
import org.profbilet.contract.credential.PublicAddress;
import org.profbilet.contract.credential.SignedCredential;
import org.profbilet.contract.credential.StatusAnswer;
import org.profbilet.contract.credential.StatusReference;
import org.profbilet.contract.credential.TicketHolder;
import org.profbilet.contract.credential.TicketNumber;
import org.profbilet.contract.credential.TrustSource;
import org.profbilet.contract.credential.Verification;

/**
 * What our work costs beside the signatures in it, which nobody can save: issuing beside one raw
 * ES256 signature, a whole check at a door beside two raw verifications.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CredentialBenchmark {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final DoorExpectation DOOR =
      new DoorExpectation(Set.of(CredentialKind.DOOR), 0, Set.of());

  private final ECKey issuer = newKey();
  private final ECKey phone = newKey();
  private CredentialClaims claims;
  private byte[] input;
  private byte[] signature;
  private PrivateKey rawKey;
  private PublicKey rawPublic;
  private String shown;
  private CredentialVerifier verifier;

  @Setup
  public void prepare() throws JOSEException, GeneralSecurityException {
    PublicAddress address = new PublicAddress("https://profbilet.example");
    claims =
        new CredentialClaims(
            address,
            LocalDate.of(2026, 3, 1),
            35,
            DeviceKey.of(phone),
            new StatusReference(3, 4242),
            new TicketHolder(
                new TicketNumber("0123456782"),
                new OrganisationNumber(160_052L),
                new Initials("ПАИ")));
    SignedCredential credential = SignedCredential.sign(claims, 7, issuer);
    String text = credential.text();
    input = text.substring(0, text.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    rawKey = issuer.toECPrivateKey();
    rawPublic = issuer.toECPublicKey();
    signature = rawSign();
    shown = credential.prove(HolderProof.at(NOW), phone).qrText();
    verifier = new CredentialVerifier(new Trust(address, DeviceKey.of(issuer)));
    if (!(verifier.verify(shown, DOOR, NOW) instanceof Verification.Verified)) {
      throw new IllegalStateException("what is measured must succeed");
    }
  }

  @Benchmark
  public byte[] rawSign() throws GeneralSecurityException {
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(rawKey);
    signer.update(input);
    return signer.sign();
  }

  @Benchmark
  public String issue() {
    return SignedCredential.sign(claims, 7, issuer).text();
  }

  @Benchmark
  public boolean rawVerify() throws GeneralSecurityException {
    Signature verifying = Signature.getInstance("SHA256withECDSA");
    verifying.initVerify(rawPublic);
    verifying.update(input);
    return verifying.verify(signature);
  }

  @Benchmark
  public Verification checkAtDoor() {
    return verifier.verify(shown, DOOR, NOW);
  }

  @Benchmark
  public ByteMatrix qrMatrix() throws WriterException {
    return Encoder.encode(
            shown, ErrorCorrectionLevel.L, Map.of(EncodeHintType.QR_COMPACT, Boolean.TRUE))
        .getMatrix();
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private record Trust(PublicAddress address, DeviceKey key) implements TrustSource {

    @Override
    public Instant notBefore() {
      return Instant.EPOCH;
    }

    @Override
    public boolean isOurs(PublicAddress issuer) {
      return issuer.equals(address);
    }

    @Override
    public int leastProfile() {
      return CredentialKind.DOOR.profile();
    }

    @Override
    public Optional<DeviceKey> findIssuerKey(int keyNumber) {
      return Optional.of(key);
    }

    @Override
    public boolean isRevoked(int keyNumber) {
      return false;
    }

    @Override
    public Optional<StatusAnswer> findStatus(PublicAddress issuer, StatusReference reference) {
      return Optional.of(new StatusAnswer(CredentialStatus.VALID, NOW));
    }
  }
}
