package org.profbilet.notifications.sms

import org.profbilet.consents.AddressOutcome
import org.profbilet.consents.Channel
import org.profbilet.consents.ConsentGate
import org.profbilet.consents.Purpose
import org.profbilet.notifications.channels.HandOver
import org.profbilet.notifications.channels.Message
import org.profbilet.notifications.receipts.SettleReceipts
import org.profbilet.notifications.testing.NotificationsSpec

/** Members with a phone, and texts of any length to them. */
abstract class SmsSpec extends NotificationsSpec {

    protected UUID aMemberWithPhone(String phone = "+7999${String.format('%07d', new Random().nextInt(10_000_000))}") {
        def person = aMemberWhoAgreedTo(Channel.SMS)
        aContact(person, kind: 'PHONE', value: phone.toString(), verified: true)
        person
    }

    /** Past the outbox, whose own texts fit into one part. */
    protected HandOver handOver(UUID person, String text, SmppSender sender = context.getBean(SmppSender)) {
        sender.prepare()
        inTransaction {
            def consented = context.getBean(ConsentGate).addressFor(person, Purpose.MESSAGES, Channel.SMS)
            def message = new Message(UUID.randomUUID(), person, 'subject', 'body', text, 'hint', Message.WayOut.NONE)
            sender.handOver(message, (consented as AddressOutcome.Consented).addresses()[0])
        }
    }

    protected static SmppSettings apart(SmppSettings together) {
        new SmppSettings(together.host(), together.port(), together.tls(), together.systemId(), together.password(),
                together.systemType(), SmppSettings.Bind.SEPARATE, together.sender(), together.window(),
                together.perSecond(), together.receiptId(), together.enquireEvery())
    }

    protected void settle() {
        while (context.getBean(SettleReceipts).settle() > 0) {
            // the next hundred
        }
    }

    protected int unsettled() {
        asSuperuser { it.firstRow('SELECT count(*) AS n FROM notifications.receipt WHERE settled_at IS NULL').n } as int
    }

    protected String phoneOf(UUID person) {
        asSuperuser { it.firstRow('SELECT state FROM contacts.contact WHERE person_id = ?', [person]).state }
    }
}
