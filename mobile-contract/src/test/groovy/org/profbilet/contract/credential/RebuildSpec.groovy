package org.profbilet.contract.credential

import com.google.zxing.EncodeHintType
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel
import com.google.zxing.qrcode.encoder.Encoder
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import org.profbilet.contract.credential.Verification.Verified
import spock.lang.Shared
import spock.lang.Specification

/** Many random credentials; how many is said by -Dcredentials and -Dflipped (deploy/bench/credentials). */
class RebuildSpec extends Specification {

  static final int CREDENTIALS = Integer.getInteger('credentials', 300)
  static final int FLIPPED = Integer.getInteger('flipped', 1)

  @Shared
  Union union = new Union('https://a234567890.e2345.org')

  def "Java and JavaScript pack and rebuild the same credentials letter by letter, each in a QR of 53 modules at most"() {
    given:
    Random random = new Random(4)
    Path file = Files.createTempFile('credentials', '.tsv')
    Map<Integer, Integer> versions = new TreeMap<>()

    when:
    file.toFile().withWriter('US-ASCII') { out ->
      CREDENTIALS.times {
        PresentedCredential shown = union.randomShown(random)
        String qr = shown.qrText()
        assert CredentialText.parse(qr) == shown
        assert CredentialText.parse(shown.text()).qrText() == qr
        versions.merge(version(qr), 1, Integer::sum)
        out << "$qr\t${shown.text()}\n"
      }
    }
    String rebuilt = run('node', 'rebuild.js', file.toString())
    println "$CREDENTIALS credentials: the same in Java, $rebuilt in JavaScript, versions of QR $versions"

    then:
    rebuilt == "$CREDENTIALS of $CREDENTIALS"
    versions.keySet().every { it <= 9 }

    cleanup:
    Files.deleteIfExists(file)
  }

  def "no single flipped bit is taken"() {
    given:
    CredentialVerifier verifier = union.verifier()
    DoorExpectation door = new DoorExpectation(CredentialKind.values() as Set, 0, ['AAECAwQFBgc'] as Set)
    int flips = 0
    List<Integer> taken = []

    when:
    FLIPPED.times { number ->
      PresentedCredential shown = union.shown(index: 5_000 + number, nonce: number % 3 == 1 ? 'AAECAwQFBgc' : '', holder: number % 4 == 3 ? null : Union.aHolder())
      assert verifier.verify(shown.qrText(), door, Union.NOW) instanceof Verified
      byte[] packed = PackedCredential.pack(shown)
      (packed.length * 8).times { bit ->
        byte[] flipped = packed.clone()
        flipped[bit >> 3] ^= (byte) (1 << (bit & 7))
        flips++
        if (verifier.verify(union.address.inCapitals() + '/V#' + DecimalDigits.ofBytes(flipped), door, Union.NOW) instanceof Verified) {
          taken << bit
        }
      }
    }
    println "$flips flipped bits in $FLIPPED credentials: ${taken.size()} taken"

    then:
    flips >= FLIPPED * 1440
    taken == []
  }

  private static int version(String text) {
    Encoder.encode(text, ErrorCorrectionLevel.L, [(EncodeHintType.QR_COMPACT): true]).version.versionNumber
  }

  private static String run(String... command) {
    Process process = new ProcessBuilder(command).directory(JavaScriptSpec.FOLDER.toFile()).redirectErrorStream(true).start()
    String out = process.inputStream.text.trim()
    assert process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0: out
    return out
  }
}
