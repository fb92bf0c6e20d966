package org.profbilet.meetings.bundles

import org.profbilet.meetings.Hashes
import org.profbilet.meetings.MeetingSpec
import org.profbilet.meetings.PrintedTickets

import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import groovy.json.JsonSlurper
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import java.time.Duration
import javax.crypto.Cipher
import javax.crypto.Mac
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec
import org.profbilet.access.NotYours
import org.profbilet.contract.credential.DeviceKey
import org.profbilet.contract.credential.Es256
import org.profbilet.contract.credential.StatusReference
import org.profbilet.contract.scanner.ListBundle.OfflineList

@MicronautTest(transactional = false)
class SealedListSpec extends MeetingSpec {

    def "with the card or the phone that is shown a door reads one name, the same with both"() {
        given:
        def member = aTicket(lastName: 'Длиннофамильная-Перепёлкина', firstName: 'Ёлка', middleName: 'Яковлевна')
        def door = aDoor(aMeeting(invited: [member, aTicket()]))

        when:
        def list = downloadList.download(door.id, door.list).list()

        then:
        with(opened(list, 'PLASTIC', member.token())) {
            shortName == 'Длиннофамильная-Перепёлкина Ё. Я.'
            handle ==~ /[0-9a-f]{24}/
        }
        opened(list, 'PHONE', member.phoneSecret()) ==
                opened(list, 'PLASTIC', member.token())
        opened(list, 'PLASTIC', 'A' * 26) == null
    }

    def "who withdrew the consent to processing is on no list that is sealed from then on"() {
        given:
        def (member, leaver) = [aTicket(), aTicket()]
        def door = aDoor(aMeeting(invited: [member, leaver]))
        def before = downloadList.download(door.id, door.list).list()

        when:
        asSuperuser { sql ->
            sql.firstRow("SELECT set_config('profbilet.primaries', ?, false)", [union.primary.toString()])
            ['GIVEN', 'WITHDRAWN'].each { state -> insertDecision(sql, leaver.person, union.primary, 'UNION_PROCESSING', state) }
        }
        def after = downloadList.download(door.id, door.list).list()

        then:
        opened(before, 'PLASTIC', leaver.token()) != null
        opened(after, 'PLASTIC', leaver.token()) == null
        opened(after, 'PLASTIC', member.token()) != null
        before.version() != after.version()
    }

    def "the handle is the one that the server's answers and the other doors use"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting(invited: [member]))
        def list = downloadList.download(door.id, door.list).list()

        expect:
        scanned(door, member.phone()).person().handle() == opened(list, 'PHONE', member.phoneSecret()).handle
    }

    def "who finds the phone of a volunteer learns neither names nor numbers nor how many are expected"() {
        given:
        def members = (1..count).collect { aTicket() }
        def door = aDoor(aMeeting(invited: members))

        when:
        def bundle = downloadList.download(door.id, door.list)
        def text = bundle.toString()

        then:
        bundle.list().records().size() == records
        bundle.list().records().values()*.length().toSet().size() == 1
        bundle.list().handleKey() == null
        members.every { !text.contains(it.number) }
        !text.contains('Иванова')

        where:
        count || records
        1     || 50
        20    || 50
        30    || 100
    }

    def "a card that is not in force and a member who has left are not in the list"() {
        given:
        def lost = aTicket()
        def gone = aTicket()
        cardIs(lost, 'LOST')
        membershipEnded(gone)
        def door = aDoor(aMeeting(invited: [lost, gone]))

        when:
        def list = downloadList.download(door.id, door.list).list()

        then:
        opened(list, 'PLASTIC', lost.token()) == null
        opened(list, 'PHONE', lost.phoneSecret()) != null
        opened(list, 'PLASTIC', gone.token()) == null
    }

    def "the version stays while nothing changes, and moves with a new phone"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting(invited: [member]))
        def before = downloadList.download(door.id, door.list).list().version()
        clock.advance(Duration.ofMinutes(10))

        when:
        def same = downloadList.download(door.id, door.list).list().version()
        anotherPhone(member)
        def shown = downloadList.show(door.id)[0].bundleVersion()

        then:
        same == before
        shown != before
    }

    def "the list is signed, with its people and its hours"() {
        given:
        def door = aDoor(aMeeting(invited: [aTicket()]))

        when:
        def bundle = downloadList.download(door.id, door.list)
        def (header, payload, signature) = bundle.manifest().split(/\./)
        def manifest = new JsonSlurper().parse(Base64.urlDecoder.decode(payload))

        then:
        Es256.isGood("$header.$payload", signature, DeviceKey.of(tickets.rootKey))
        manifest.list == door.list.toString()
        manifest.version == bundle.list().version()
        manifest.records == Hashes.sha256(new TreeMap(bundle.list().records()).collect { "$it.key=$it.value" }.join('\n'))
        bundle.list().validUntil() == bundle.list().madeAt() + Duration.ofHours(72)
    }

    def "an open list holds nobody, and lets a door know a person again by her number"() {
        given:
        def member = aTicket()
        def door = aDoor(aMeeting())

        when:
        def list = downloadList.download(door.id, door.list).list()

        then:
        list.records().isEmpty()
        scanned(door, member.phone()).person().handle() == Hashes.hmac(list.handleKey(), member.number).substring(0, 24)
    }

    def "after the doors have closed no list is handed out any more"() {
        given:
        def door = aDoor(aMeeting(invited: [aTicket()]))
        clock.now = CLOSES

        when:
        downloadList.download(door.id, door.list)

        then:
        thrown(NotYours)
    }

    private void anotherPhone(Ticket member) {
        asSuperuser {
            PrintedTickets.enrol(it, member.person, union.primary, member.number,
                    new ECKeyGenerator(Curve.P_256).generate(), new StatusReference(1, 900_000))
        }
    }

    /** As a door does it, from the description in the contract. */
    private static Map opened(OfflineList list, String kind, String secret) {
        def name = derive(list.salt(), secret, "lookup $kind").encodeHex().toString().substring(0, 32)
        def record = list.records()[name]?.decodeBase64()
        if (record == null) {
            return null
        }
        def cipher = Cipher.getInstance('AES/GCM/NoPadding')
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(derive(list.salt(), secret, "seal $kind"), 'AES'),
                new GCMParameterSpec(128, record, 0, 12))
        new JsonSlurper().parse(cipher.doFinal(record, 12, record.length - 12)) as Map
    }

    private static byte[] derive(String salt, String secret, String info) {
        hmac(hmac(salt.bytes, secret.bytes), (info.bytes.toList() + (byte) 1) as byte[])
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        def mac = Mac.getInstance('HmacSHA256')
        mac.init(new SecretKeySpec(key, 'HmacSHA256'))
        mac.doFinal(text)
    }
}
