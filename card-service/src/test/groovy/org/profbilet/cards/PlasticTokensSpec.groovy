package org.profbilet.cards

import jakarta.inject.Provider
import javax.crypto.spec.SecretKeySpec
import org.profbilet.contract.credential.CardSerial
import org.profbilet.contract.credential.PlasticCode
import org.profbilet.contract.credential.TicketNumber
import spock.lang.Specification

class PlasticTokensSpec extends Specification {

    /** Computed apart from this code: HMAC-SHA-256 over «ticket:serial», 16 bytes, base32. */
    static final String PRINTED = 'EPB1:0000000018:00001:PGSUIJCGCE7GQAUB4KA7HRB254'

    def tokens = new PlasticTokens({ { -> new SecretKeySpec((0..31) as byte[], 'HmacSHA256') } as PlasticKey } as Provider)

    def "what was printed once is read for ever: the same key and the same copy give the same code"() {
        expect:
        tokens.of(new TicketNumber('0000000018'), new CardSerial('00001')).text() == PRINTED
        tokens.isGenuine(PlasticCode.parse(PRINTED))
        tokens.isGenuine(PlasticCode.parse(PRINTED.toLowerCase()))
    }

    def "a code with another copy's number is not ours"() {
        expect:
        !tokens.isGenuine(PlasticCode.parse(PRINTED.replace(':00001:', ':00002:')))
        !tokens.isGenuine(PlasticCode.parse(PRINTED.replace('0000000018', '0000000026')))
    }
}
