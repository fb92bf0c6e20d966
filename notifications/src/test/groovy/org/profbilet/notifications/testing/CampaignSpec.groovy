package org.profbilet.notifications.testing

import com.github.f4b6a3.uuid.UuidCreator
import jakarta.inject.Inject
import org.profbilet.access.Acting
import org.profbilet.consents.Channel
import org.profbilet.notifications.campaigns.Audience
import org.profbilet.notifications.campaigns.Campaign
import org.profbilet.notifications.campaigns.CampaignOutcome
import org.profbilet.notifications.campaigns.Category
import org.profbilet.notifications.campaigns.Draft
import org.profbilet.notifications.campaigns.RunCampaigns
import org.profbilet.notifications.campaigns.SendCampaign
import org.profbilet.notifications.campaigns.StopCampaign
import org.profbilet.notifications.campaigns.Words
import org.profbilet.notifications.campaigns.WriteCampaign
import org.profbilet.testing.MutableClock

/** Campaigns, their authors and their readers; nothing runs unless it is called. */
abstract class CampaignSpec extends NotificationsSpec {

    static final List<Channel> ALL = [Channel.PUSH, Channel.EMAIL, Channel.SMS]

    @Inject
    WriteCampaign writeCampaign

    @Inject
    SendCampaign sendCampaign

    @Inject
    StopCampaign stopCampaign

    @Inject
    RunCampaigns runCampaigns

    protected Acting author

    def setup() {
        clock.now = MutableClock.START
        author = chair()
    }

    /** Give what matters: within, kinds, categories, cardStates, roles, language, channels, category, russian, english, countedDay, beginsAt. */
    protected Draft draft(Map<String, ?> given = [:]) {
        new Draft(given.russian as Words ?: new Words('Собрание', 'Собрание в пятницу. Билет: {link}', 'Собрание в пятницу'),
                given.english as Words, given.countedDay,
                new Audience((given.within ?: author.organisationId()) as UUID, given.kinds ?: [], given.categories ?: [],
                        given.cardStates ?: [], given.roles ?: [], given.language),
                given.channels == null ? ALL : given.channels, given.category ?: Category.INFO, given.beginsAt)
    }

    protected Campaign aDraft(Map<String, ?> given = [:]) {
        done(writeCampaign.create(author, UuidCreator.timeOrderedEpoch, draft(given)))
    }

    /** Sent off, and told to its audience as far as that goes without anybody sending. */
    protected Campaign aCampaign(Map<String, ?> given = [:]) {
        def campaign = done(sendCampaign.send(author, aDraft(given).id()))
        runCampaigns.run()
        campaign
    }

    protected static Campaign done(CampaignOutcome outcome) {
        assert outcome instanceof CampaignOutcome.Done: outcome
        outcome.campaign()
    }

    protected UUID aMemberWhoCanBeReached(List<Channel> channels, Map<String, ?> details = [:]) {
        def person = aMember(details)
        if (channels) {
            agreed(person, channels as Channel[])
        }
        aDevice(person)
        aContact(person, kind: 'EMAIL', value: "m${person}@example.org".toString())
        aContact(person, kind: 'PHONE', value: "+7${person.hashCode().abs()}".toString(), verified: true)
        person
    }

    protected void people(int count) {
        asSuperuser { sql ->
            sql.execute("SELECT setval('members.ticket_serial', greatest(700000000, nextval('members.ticket_serial')))") // numbers that no fixture takes
            sql.execute("""
                INSERT INTO members.person (id, primary_id, ticket_number, last_name, first_name, birth_date, sex, search_name, created_at)
                SELECT gen_random_uuid(), ?, nextval('members.ticket_serial') || '7', 'Много', 'Людей', '1980-01-01', 'F',
                       'много людей', now()
                  FROM generate_series(1, ?)""", [primary, count])
            sql.execute("""
                INSERT INTO members.membership (id, person_id, primary_id, category, engagement, joined_union_on, registered_on,
                                                valid_from, recorded_at)
                SELECT gen_random_uuid(), id, primary_id, 'WORKING', 'MAIN', '2010-09-01', '2010-09-01', '2010-09-01', now()
                  FROM members.person WHERE primary_id = ?""", [primary])
        }
    }

    protected String stateOf(Campaign campaign) {
        asSuperuser { it.firstRow('SELECT state FROM notifications.campaign WHERE id = ?', [campaign.id()]).state }
    }

    /** Who finds the campaign in her page. */
    protected Set<UUID> readersOf(Campaign campaign) {
        asSuperuser { it.rows('SELECT person_id FROM notifications.inbox WHERE campaign_id = ?', [campaign.id()])*.person_id } as Set<UUID>
    }

    protected List<String> channelsOf(UUID person) {
        asSuperuser {
            it.rows('SELECT channel FROM notifications.delivery WHERE person_id = ? ORDER BY created_at, id', [person])*.channel as List<String>
        }
    }
}
