package org.profbilet.notifications.sms

import java.nio.charset.StandardCharsets
import org.jsmpp.bean.DeliverSm
import org.jsmpp.bean.OptionalParameter
import org.profbilet.notifications.receipts.Outcome
import org.profbilet.notifications.sms.SmppSettings.ReceiptId
import spock.lang.Specification

class SmppReceiptSpec extends Specification {

    def "a receipt with «#text» read as #form is of message #id and says #outcome"() {
        expect:
        SmppReceipt.of(deliver(text), form).map { [it.messageId(), it.outcome().orElse(null)] }.orElse(null) ==
                (id == null ? null : [id, outcome])

        where:
        text                                              | form                     || id     | outcome
        'id:4097 sub:001 dlvrd:001 stat:DELIVRD err:000'  | ReceiptId.SAME           || '4097' | Outcome.DELIVERED
        'id:0000004097 stat:DELIVRD'                      | ReceiptId.SAME           || '4097' | Outcome.DELIVERED
        'id:4097 stat:UNDELIV'                            | ReceiptId.DECIMAL_OF_HEX || '1001' | Outcome.FAILED
        'id:1001 stat:EXPIRED'                            | ReceiptId.HEX_OF_DECIMAL || '4097' | Outcome.FAILED
        'id:1001 stat:ENROUTE'                            | ReceiptId.SAME           || '1001' | null
        'id:1001 stat:SKIPPED'                            | ReceiptId.SAME           || '1001' | null
        'id:1001'                                         | ReceiptId.SAME           || '1001' | null
        'id:q1 stat:DELIVRD'                              | ReceiptId.DECIMAL_OF_HEX || null   | null
        'ЧТО-ТО ДРУГОЕ'                                   | ReceiptId.SAME           || null   | null
        ''                                                | ReceiptId.SAME           || null   | null
    }

    def "what stands in the parameters is believed before the text"() {
        given:
        def deliver = deliver('id:9 stat:UNDELIV')
        deliver.setOptionalParameters(
                new OptionalParameter.Receipted_message_id('00AB'), new OptionalParameter.Message_state((byte) state))

        expect:
        SmppReceipt.of(deliver, ReceiptId.DECIMAL_OF_HEX).get().messageId() == 'ab'
        SmppReceipt.of(deliver, ReceiptId.SAME).get().outcome().orElse(null) == outcome

        where:
        state || outcome
        2     || Outcome.DELIVERED
        5     || Outcome.FAILED
        1     || null
        99    || null
    }

    def "an ordinary message to us is no receipt"() {
        given:
        def deliver = deliver('СТОП')
        deliver.esmClass = (byte) 0

        expect:
        SmppReceipt.of(deliver, ReceiptId.SAME).isEmpty()
    }

    private static DeliverSm deliver(String text) {
        def deliver = new DeliverSm()
        deliver.setOptionalParameters()
        deliver.esmClass = (byte) 4
        deliver.shortMessage = text.getBytes(StandardCharsets.UTF_8)
        deliver
    }
}
