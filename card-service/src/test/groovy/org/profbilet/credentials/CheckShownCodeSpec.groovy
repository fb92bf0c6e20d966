package org.profbilet.credentials

import static org.profbilet.credentials.CodeCheck.Outcome.*

import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import java.time.Instant
import org.profbilet.contract.credential.CardSerial
import org.profbilet.contract.credential.CredentialText
import org.profbilet.contract.credential.HolderProof
import org.profbilet.contract.credential.PlasticCode
import org.profbilet.contract.credential.TicketNumber

/** What a shop learns of a code that it was shown. */
@MicronautTest(transactional = false)
class CheckShownCodeSpec extends CredentialSpec {

    @Inject
    CheckShownCode checkShownCode

    @Inject
    RevokeDevice revokeDevice

    @Inject
    PlasticCodes plasticCodes

    def "a stranger learns that it is a member, and her initials to compare, from either code of a phone"() {
        given:
        def phone = anActivePhone(aMember(lastName: 'Сидорова', firstName: 'Ольга', middleName: 'Павловна'))

        expect:
        check(forShops(phone)) == new CodeCheck(VALID, 'СОП')
        check(forDoors(phone)) == new CodeCheck(VALID, 'СОП')
    }

    def "the code for shops says nothing of its member by itself"() {
        given:
        def phone = anActivePhone()
        def claims = CredentialText.parse(forShops(phone)).credential().claims()

        expect:
        claims.holder() == null
    }

    def "a code whose minute is over is to be shown again"() {
        given:
        def phone = anActivePhone()

        expect:
        check(forShops(phone, clock.instant().minusSeconds(61))) == CodeCheck.STALE
    }

    def "whatever else is wrong, the answer is the same"() {
        given:
        def lost = anActivePhone()
        revokeDevice.byMember(lost.person, lost.id)
        def left = anActivePhone()
        endMembership(left.person)
        def stolen = anActivePhone()
        def other = anActivePhone()

        expect:
        [
            forShops(lost),
            forShops(left),
            CredentialText.parseUnproven(stolen.credentials.member()).prove(HolderProof.at(clock.instant()), other.memberKey).qrText(),
            stolen.credentials.member(),
            forShops(stolen).replace('8080', '8081'),
            forShops(stolen) + '000',
            '0000123457',
            'EPB1:0000123457:00001:AAAAAAAAAAAAAAAAAAAAAAAAAA',
            'HTTP://LOCALHOST:8080/V#1'].collect { check(it) }.toSet() == [CodeCheck.NOT_VALID].toSet()
    }

    def "a plastic copy counts while it is in its member's hands"() {
        given:
        def person = aMember()
        def code = aPlasticCopy(person, status)

        expect:
        checkShownCode.check(code.text()).outcome() == outcome

        where:
        status       || outcome
        'ISSUED'     || VALID
        'AT_PRIMARY' || NOT_VALID
        'LOST'       || NOT_VALID
    }

    def "a made-up secret on the number of a real copy is not valid"() {
        given:
        def code = aPlasticCopy(aMember(), 'ISSUED')

        expect:
        check(PlasticCode.of(code.ticket(), code.serial(), new byte[16]).text()) == CodeCheck.NOT_VALID
    }

    private CodeCheck check(String text) {
        checkShownCode.check(text)
    }

    private String forShops(PhoneInHand phone, Instant at = clock.instant()) {
        CredentialText.parseUnproven(phone.credentials.member()).prove(HolderProof.at(at), phone.memberKey).qrText()
    }

    private String forDoors(PhoneInHand phone) {
        CredentialText.parseUnproven(phone.credentials.door()).prove(HolderProof.at(clock.instant()), phone.doorKey).qrText()
    }

    private PlasticCode aPlasticCopy(UUID person, String status) {
        def ticket = asSuperuser { sql ->
            def order = UUID.randomUUID()
            sql.execute("INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks, request_hash, created_by, created_at) VALUES (?, ?, ?, ?, 'ORDERED', 1, 1700, 1700, '-', ?, now())",
                    [order, union.primary, union.local, union.region, union.chair])
            sql.execute("INSERT INTO cards.card (id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name, printed_first_name, status, issued_on) SELECT ?, id, primary_id, ?, ticket_number, '00001', last_name, first_name, ?, '2026-11-20' FROM members.person WHERE id = ?",
                    [UUID.randomUUID(), order, status, person])
            sql.firstRow('SELECT ticket_number FROM members.person WHERE id = ?', [person]).ticket_number as String
        }
        plasticCodes.of(new TicketNumber(ticket), CardSerial.of(1))
    }
}
