package org.profbilet.meetings

import com.github.f4b6a3.uuid.UuidCreator
import com.nimbusds.jose.jwk.ECKey
import groovy.sql.Sql
import io.micronaut.context.annotation.Requires
import jakarta.inject.Singleton
import org.profbilet.contract.credential.CardSerial
import org.profbilet.contract.credential.CredentialStatus
import org.profbilet.contract.credential.PlasticCode
import org.profbilet.contract.credential.PublicAddress
import org.profbilet.contract.credential.StatusReference
import org.profbilet.contract.credential.TicketNumber
import org.profbilet.credentials.IssuerKeys
import org.profbilet.credentials.PlasticCodes

/** What the union has printed and signed, and which phones it knows. */
@Singleton
@Requires(property = 'profbilet.test')
class PrintedTickets {

    static final PublicAddress ADDRESS = new PublicAddress('https://t.example')

    private final PlasticCodes plasticCodes
    private final IssuerKeys keys

    PrintedTickets(PlasticCodes plasticCodes, IssuerKeys keys) {
        this.plasticCodes = plasticCodes
        this.keys = keys
    }

    PlasticCode plastic(String ticket, String serial) {
        plasticCodes.of(new TicketNumber(ticket), new CardSerial(serial))
    }

    ECKey getIssuerKey() {
        keys.issuer().key()
    }

    ECKey getRootKey() {
        keys.root().key()
    }

    /** A phone that was enrolled, with a good entry in the status list. */
    static void enrol(Sql sql, UUID person, UUID primary, String ticket, ECKey key, StatusReference entry) {
        trustedPhone(sql, person, primary, ticket, key)
        sql.execute('INSERT INTO credentials.status_entry (list_number, index) VALUES (?, ?)', [entry.list(), entry.index()])
    }

    /** A phone that was enrolled; its id. */
    static UUID trustedPhone(Sql sql, UUID person, UUID primary, String ticket, ECKey key) {
        def device = UuidCreator.timeOrderedEpoch
        def activation = UuidCreator.timeOrderedEpoch
        sql.execute('''
            INSERT INTO credentials.activation (id, person_id, primary_id, ticket_number, origin, offer_hash, created_at,
                                                expires_at, used_at)
            VALUES (?, ?, ?, ?, 'CONTACT', ?, now(), now(), now())''',
                [activation, person, primary, ticket, activation.toString()])
        sql.execute('''
            INSERT INTO credentials.device (id, person_id, primary_id, activation_id, name, door_x, door_y, member_x,
                                            member_y, enrolled_at, request_hash)
            VALUES (?, ?, ?, ?, 'Телефон', ?, ?, ?, ?, now(), '-')''',
                [device, person, primary, activation, key.x.toString(), key.y.toString(),
                 key.y.toString(), key.x.toString()])
        device
    }

    static void state(Sql sql, StatusReference entry, CredentialStatus status) {
        sql.execute('UPDATE credentials.status_entry SET state = ? WHERE list_number = ? AND index = ?',
                [status.ordinal(), entry.list(), entry.index()])
    }
}
