package org.profbilet.api.chair

import com.github.f4b6a3.uuid.UuidCreator
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.profbilet.api.HttpSpec
import org.profbilet.api.rights.Papers
import org.profbilet.api.session.AccessTokens
import org.profbilet.notifications.campaigns.RunCampaigns

/** A message to many over HTTP: its author, the second person, and those who read it. */
@MicronautTest(transactional = false)
class CampaignsOverHttpSpec extends HttpSpec {

    @Inject
    RunCampaigns runCampaigns

    @Inject
    AccessTokens tokens

    @Override
    Map<String, String> getProperties() {
        super.properties + ['profbilet.dispatcher.enabled': 'false', 'profbilet.sms.price': '250']
    }

    def "a chair begins with ready words, looks who is reached, tests, sends, and stops; nobody is named to her"() {
        given:
        def olga = aMember(union.primary, lastName: 'Агеева', consents: [EMAIL: 'GIVEN', SMS: 'REFUSED'], email: 'olga@example.org')
        aMember(union.primary, lastName: 'Белова', consents: [:])
        def chair = tokenOf('chair')
        def ready = get('/v1/chair/campaign-templates', chair).body.first()

        when:
        def written = write(chair, [words: ready.words, english: ready.english, countedDay: '2026-11-25'])
        def place = "${campaigns()}/${written.body.id}".toString()
        def preview = get("$place/preview", chair)
        def tested = post("$place/test", [ticketNumber: '9999999999', birthDate: '1980-02-01'], chair)
        def sent = post("$place/send", [:], chair)
        runCampaigns.run()
        def shown = get(place, chair)
        def paused = post("$place/pause", [:], chair)
        def cancelled = post("$place/cancel", [:], chair)
        def resumed = post("$place/resume", [:], chair)

        then:
        [written, preview, sent, shown, paused, cancelled]*.status.unique() == [200]
        preview.body.with { [audience, told, needsApproval] } == [2, 1, false]
        preview.body.ways.find { it.channel == 'EMAIL' } == [channel: 'EMAIL', reached: 1, first: 1, leftOut: [[reason: 'NO_CONSENT', people: 1]]]
        tested.status == 204
        [written, sent, shown, paused, cancelled]*.body*.state == ['DRAFT', 'RUNNING', 'RUNNING', 'PAUSED', 'CANCELLED']
        shown.body.progress == [[channel: 'EMAIL', state: 'PENDING', reason: null, messages: 1]]
        resumed.problem == 'CAMPAIGN_WRONG_STATE'
        get(campaigns(), chair).body*.subject.contains('Профсоюзное собрание')
        [preview, shown].every { !new String(it.bytes, 'UTF-8').contains('Агеева') }

        and: 'the draft of another is not found, whatever address names it'
        get("${campaigns(union.otherPrimary)}/${written.body.id}", tokenOf('other-chair')).status == 404
        get(place, tokenOf('other-chair')).status == 404

        when: 'a member reads what is for her, in her language'
        def member = memberToken(olga)
        put('/v1/member/messages/preferences', [language: 'EN', muted: ['SMS']], member)

        then:
        get('/v1/member/messages/preferences', member).body == [language: 'EN', muted: ['SMS'], ads: true]
        get('/v1/member/messages/sent', member).body.lines.collect { [it.subject, it.channel, it.state] } == [['Union meeting', 'EMAIL', 'PENDING']]
        get('/v1/member/messages', member).body.messages == []
    }

    def "a campaign that advertises says so to its author, to the second person and to its readers; without a word it informs"() {
        given:
        def olga = aMember(union.primary, consents: [EMAIL: 'GIVEN'], email: 'olga-ad@example.org')
        def chair = tokenOf('chair')
        def member = memberToken(olga)

        when:
        def plain = write(chair, [:])
        def ad = write(chair, [category: 'AD'])
        def place = "${campaigns()}/${ad.body.id}".toString()
        def before = get("$place/preview", chair).body
        def chosen = put('/v1/member/messages/preferences', [language: 'RU', muted: [], ads: false], member)
        def after = get("$place/preview", chair).body
        post("$place/send", [:], chair)
        runCampaigns.run()

        then:
        [plain, ad]*.body*.campaign*.category == ['INFO', 'AD']
        get(campaigns(), chair).body.collectEntries { [it.id, it.category] }.subMap([plain.body.id, ad.body.id]).values() as List == ['INFO', 'AD']
        chosen.body == [language: 'RU', muted: [], ads: false]
        before.told - after.told == 1
        after.ways.find { it.channel == 'EMAIL' }.leftOut.find { it.reason == 'ADS_REFUSED' }.people == 1

        when: 'a page that knows nothing of advertising leaves her choice as it is'
        def old = put('/v1/member/messages/preferences', [language: 'EN', muted: []], member)
        def message = get('/v1/member/messages', member).body.messages.find { it.id == ad.body.id }

        then:
        old.body.ads == false
        message.category == 'AD'
        message.body.startsWith('Реклама. ')
    }

    def "a member opens a message: it is read for her, and for nobody else; another's is not found"() {
        given:
        def (olga, vera) = [aMember(union.primary), aMember(union.primary)].collect { memberToken(it) }
        def id = write(tokenOf('chair'), [:]).body.id
        post("${campaigns()}/$id/send", [:], tokenOf('chair'))
        runCampaigns.run()

        when:
        def unread = get('/v1/member/messages/unread', olga)
        def read = (1..2).collect { put("/v1/member/messages/$id/read", [:], olga) }

        then:
        unread.body == [unread: 1]
        read*.status == [204, 204]
        get('/v1/member/messages/unread', olga).body == [unread: 0]
        get('/v1/member/messages', olga).body.messages*.isRead == [true]
        get('/v1/member/messages/unread', vera).body == [unread: 1]
        put("/v1/member/messages/${UUID.randomUUID()}/read", [:], olga).status == 404
    }

    def "what cannot be sent is refused in words: #problem"() {
        expect:
        write(tokenOf('chair'), given).problem == problem

        where:
        given                                                                      || problem
        [words: [subject: 'Тема', body: '{name}!', brief: 'Коротко']]              || 'CAMPAIGN_PLACES_WRONG'
        [words: [subject: 'Тема', body: 'Ещё {days} дней', brief: 'Коротко']]      || 'CAMPAIGN_DAY_MISSING'
        [words: [subject: 'Тема', body: 'Текст', brief: '']]                       || 'CAMPAIGN_SMS_WORDS_WRONG'
        [words: [subject: '', body: 'Текст', brief: 'Коротко']]                    || 'VALIDATION'
    }

    def "to more than a thousand people a chair needs a second person: the organisation above reads and approves"() {
        given:
        people(1001)
        def chair = tokenOf('chair')
        def local = tokenOf('territory')
        def id = write(chair, [:]).body.id
        def above = "/v1/office/organisations/${union.local}/campaigns-to-approve".toString()

        when:
        def sent = post("${campaigns()}/$id/send", [:], chair)
        def own = post("/v1/office/organisations/${union.primary}/campaigns-to-approve/$id/approve", [:], chair)
        def waiting = get(above, local)
        def read = get("$above/$id", local)
        def returned = post("$above/$id/return", [reason: 'Исправьте день'], local)
        post("${campaigns()}/$id/send", [:], chair)
        def approved = post("$above/$id/approve", [:], local)

        then:
        [sent.body.state, sent.body.recipients >= 1001] == ['WAITING', true]
        own.problem == 'CAMPAIGN_SAME_PERSON'
        waiting.body*.id == [id]
        read.body.with { [organisation, isMine, campaign.words.subject] } == ['ППО школы № 17', false, 'Тема']
        returned.body.with { [state, returnReason] } == ['DRAFT', 'Исправьте день']
        approved.body.state == 'RUNNING'
    }

    private Answer write(String token, Map<String, ?> given) {
        def campaign = [words: [subject: 'Тема', body: 'Текст', brief: 'Коротко'], channels: ['SMS', 'EMAIL', 'PUSH'],
                        audience: [withinId: union.primary, kinds: [], categories: [], cards: [], roles: []]] + given
        post(campaigns(), campaign, token, ['Idempotency-Key': UuidCreator.timeOrderedEpoch.toString()])
    }

    private String campaigns(UUID organisation = union.primary) {
        "/v1/chair/organisations/$organisation/campaigns"
    }

    private String memberToken(UUID person) {
        tokens.forMember(person, asSuperuser { new Papers(it, union.chair).phoneOf(person) })
    }

    private void people(int count) {
        asSuperuser { sql ->
            sql.execute("""
                INSERT INTO members.person (id, primary_id, ticket_number, last_name, first_name, birth_date, sex, search_name, created_at)
                SELECT gen_random_uuid(), ?, (7000000000 + n)::text, 'Много', 'Людей', '1980-01-01', 'F', 'много людей', now()
                  FROM generate_series(1, ?) n""", [union.primary, count])
            sql.execute("""
                INSERT INTO members.membership (id, person_id, primary_id, category, engagement, joined_union_on, registered_on, valid_from, recorded_at)
                SELECT gen_random_uuid(), id, primary_id, 'WORKING', 'MAIN', '2010-09-01', '2010-09-01', '2010-09-01', now()
                  FROM members.person WHERE search_name = 'много людей'""")
        }
    }
}
