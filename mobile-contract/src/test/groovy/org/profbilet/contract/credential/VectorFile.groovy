package org.profbilet.contract.credential

import com.nimbusds.jose.util.Base64URL
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant

/**
 * Writes verifier/vectors.json anew, with new keys: good and bad texts with the expected answer.
 *
 * To be done only after a change of the format:
 * mvn -pl mobile-contract test -Dtest=VectorsSpec -Dvectors=write
 */
class VectorFile {

  static final Path FILE = Path.of('src/main/resources/verifier/vectors.json')
  static final Instant NOW = Union.NOW
  static final Map DOOR = [kinds: ['DOOR'], event: 12, nonces: []]
  static final Map ASKING = [kinds: ['DOOR'], event: 12, nonces: ['AAECAwQFBgc']]
  static final Map SHOP = [kinds: ['MEMBER'], event: 0, nonces: []]

  private final Union union = new Union()

  /** The published content; written anew first when the build was asked to. */
  static Map read() {
    if (System.getProperty('vectors') == 'write') {
      Files.writeString(FILE, JsonOutput.prettyPrint(JsonOutput.toJson(new VectorFile().content())) + '\n')
    }
    return (Map) new JsonSlurper().parse(FILE.toFile(), 'UTF-8')
  }

  private Map content() {
    return [
        about: 'Texts that were shown, and the answer that every verifier must give. Times in seconds since 1970.',
        root: [kid: 'r1', x: union.root().key().x(), y: union.root().key().y()],
        bundle: union.signedBundle(),
        cases: good() + refused() + malformed() + atOtherTimes(),
        bundles: bundles(),
        plastic: plastic()]
  }

  private List<Map> good() {
    HolderProof proof = HolderProof.at(NOW)
    return [
        ok('door credential in time mode', union.shown(), DOOR),
        ok('made for this event', union.shown(event: 12L), DOOR),
        ok('answers the question of the door', union.shown(nonce: 'AAECAwQFBgc', proofAt: NOW.minusSeconds(500)), ASKING),
        ok('proof 60 s old', union.shown(proofAt: NOW.minusSeconds(60)), DOOR),
        ok('proof 30 s ahead', union.shown(proofAt: NOW.plusSeconds(30)), DOOR),
        ok('no patronymic, greatest numbers', union.shown(holder: new TicketHolder(
            TicketNumber.ofSerial(999_999_999), new OrganisationNumber(0xFFFF_FFFFL), new Initials('ЯЁЪ')),
            lifeDays: 255, index: 1_048_575), DOOR),
        ok('smallest numbers', union.shown(holder: new TicketHolder(
            TicketNumber.ofSerial(0), new OrganisationNumber(0), new Initials('ААА')), lifeDays: 1, index: 1), DOOR),
        ok('member credential in a shop', union.memberCredential().prove(proof, union.phone), SHOP)]
  }

  private List<Map> refused() {
    return [
        no('another server', [issuer: new PublicAddress('https://other.example')], 'CREDENTIAL_MALFORMED', 'HOST_AND_PROFILE'),
        no('another scheme', [issuer: new PublicAddress('http://profbilet.example')], 'CREDENTIAL_MALFORMED', 'HOST_AND_PROFILE'),
        no('member credential at a door', [holder: null], 'CREDENTIAL_MALFORMED', 'HOST_AND_PROFILE'),
        no('key never published', [keyNumber: 9], 'CREDENTIAL_UNKNOWN', 'ISSUER_KEY'),
        no('withdrawn key', [keyNumber: 6, key: union.withdrawnKey], 'CREDENTIAL_BAD_SIGNATURE', 'ISSUER_KEY'),
        no('signed by another key than named', [keyNumber: 8], 'CREDENTIAL_BAD_SIGNATURE', 'ISSUER_SIGNATURE'),
        no('forged', [key: Union.newKey()], 'CREDENTIAL_BAD_SIGNATURE', 'ISSUER_SIGNATURE'),
        no('valid from tomorrow', [issuedOn: Union.TODAY.plusDays(1)], 'CREDENTIAL_NOT_YET_VALID', 'VALIDITY'),
        no('expired at midnight', [issuedOn: Union.TODAY.minusDays(35)], 'CREDENTIAL_EXPIRED', 'VALIDITY'),
        no('proof of another phone', [provenWith: Union.newKey()], 'CREDENTIAL_BAD_SIGNATURE', 'PROOF_SIGNATURE'),
        no('made for another event', [event: 13L], 'WRONG_EVENT', 'EVENT'),
        no('answers another question', [nonce: 'AAECAwQFBgc'], 'CREDENTIAL_REPLAYED', 'NONCE'),
        no('proof 61 s old', [proofAt: NOW.minusSeconds(61)], 'CREDENTIAL_EXPIRED', 'PROOF_TIME'),
        no('proof 31 s ahead', [proofAt: NOW.plusSeconds(31)], 'CREDENTIAL_NOT_YET_VALID', 'PROOF_TIME'),
        no('unknown list', [list: 4], 'CREDENTIAL_UNKNOWN', 'STATUS'),
        no('revoked', [index: Union.REVOKED], 'CARD_REVOKED', 'STATUS'),
        no('suspended', [index: Union.SUSPENDED], 'CARD_BLOCKED', 'STATUS'),
        no('reserved state', [index: Union.RESERVED], 'CARD_REVOKED', 'STATUS'),
        no('several faults', [event: 13L, index: Union.REVOKED, issuedOn: Union.TODAY.minusDays(99)], 'CREDENTIAL_EXPIRED', 'VALIDITY'),
        answer('copy without the phone', union.doorCredential().text(), DOOR, NOW, 'DEVICE_PROOF_MISSING', 'PROOF_SIGNATURE')]
  }

  private List<Map> malformed() {
    String qr = union.shown().qrText()
    String text = union.shown().text()
    String header = Base64URL.encode('{"alg":"ES256","typ":"dc+sd-jwt"}')
    byte[] wrongPrefix = PackedCredential.pack(union.shown())
    wrongPrefix[22] = (byte) (wrongPrefix[22] + 2)
    return [
        'empty': '', 'health certificate': 'HC1:NCFOXN%TS3DH', 'page': 'https://profbilet.example/', 'one digit more': qr + '0',
        'one digit less': qr.substring(0, qr.length() - 1), 'block overflow': qr.replaceFirst(/#[0-9]{32}/, '#' + '9' * 32),
        'line feed': qr + '\n', 'other letters for digits': qr.replaceFirst(/#[0-9]/, '#٣'),
        'key with prefix 04': 'HTTPS://PROFBILET.EXAMPLE/V#' + DecimalDigits.ofBytes(wrongPrefix),
        'header without kid': text.replaceFirst(/^[^.]*/, header), 'space in base64url': text.replaceFirst(/\./, ' .'),
        'padding': text.replaceFirst(/\./, '=.'), 'spare bit': text.substring(0, text.length() - 1) + nextLetter(text[-1]),
        'text twice': text + text, 'plastic card': plastic()[0].text
    ].collect { name, shown -> answer(name, shown, DOOR, NOW, 'CREDENTIAL_MALFORMED', 'FORM') }
  }

  private static String nextLetter(String letter) {
    String letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    return letters[letters.indexOf(letter) + 1]
  }

  private List<Map> atOtherTimes() {
    PresentedCredential later = union.shown(proofAt: NOW.plus(Duration.ofHours(73)))
    return [
        answer('clock set back', union.shown().qrText(), DOOR, NOW.minusSeconds(400), 'CLOCK_UNTRUSTED', 'CLOCK'),
        answer('list older than 72 h', later.qrText(), DOOR, NOW.plus(Duration.ofHours(73)), 'LIST_TOO_OLD', 'STATUS')]
  }

  private Map ok(String name, PresentedCredential shown, Map door) {
    return answer(name, shown.qrText(), door, NOW, 'OK', null) +
        [sdJwt: shown.text(), replayKey: "${shown.credential().claims().status().list()}/" +
            "${shown.credential().claims().status().index()}/${shown.proof().madeAt()}".toString()]
  }

  private Map no(String name, Map change, String reason, String step) {
    return answer(name, union.shown(change).qrText(), DOOR, NOW, reason, step)
  }

  private static Map answer(String name, String text, Map door, Instant at, String expected, String step) {
    return [name: name, text: text, door: door, at: at.epochSecond, expected: expected, step: step]
  }

  private List<Map> bundles() {
    return [
        ['the same again', union.signedBundle(), 'OK'],
        ['newer', union.signedBundle(issuedAt: NOW), 'OK'],
        ['older', union.signedBundle(issuedAt: NOW.minusSeconds(301)), 'OLDER_THAN_KNOWN'],
        ['older list', union.signedBundle(lists: [union.statusList(3, NOW.minusSeconds(601))]), 'OLDER_THAN_KNOWN'],
        ['missing list', union.signedBundle(lists: [union.statusList(4)]), 'OLDER_THAN_KNOWN'],
        ['wrong key', union.bundle().sign('r1', union.issuerKey), 'BAD_SIGNATURE'],
        ['list of another server', union.signedBundle(lists: [new Union().statusList()]), 'BAD_SIGNATURE'],
        ['list twice', union.signedBundle(lists: [union.statusList()] * 2), 'MALFORMED'],
        ['padding', union.signedBundle().replaceFirst('\\.', '=.'), 'MALFORMED'],
        ['expired', union.signedBundle(expiresAt: NOW), 'EXPIRED'],
        ['from the future', union.signedBundle(issuedAt: NOW.plusSeconds(31)), 'CLOCK_UNTRUSTED']
    ].collect { [name: it[0], text: it[1], at: NOW.epochSecond, expected: it[2]] }
  }

  private static List<Map> plastic() {
    return [
        ['EPB1:0123456782:00017:ABCDEFGHIJKLMNOPQRSTUVWXYE', true],
        ['epb1:0123456782:00017:abcdefghijklmnopqrstuvwxye', true],
        ['EPB1:0123456783:00017:ABCDEFGHIJKLMNOPQRSTUVWXYE', false],
        ['EPB1:0123456782:0017:ABCDEFGHIJKLMNOPQRSTUVWXYE', false],
        ['EPB1:0123456782:00017:ABCDEFGHIJKLMNOPQRSTUVWXYZ', false],
        ['EPB2:0123456782:00017:ABCDEFGHIJKLMNOPQRSTUVWXYE', false]
    ].collect { [text: it[0], good: it[1]] }
  }
}
