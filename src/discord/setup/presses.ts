import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle, channelMention, MessageFlags, type ModalSubmitInteraction } from 'discord.js'
import { answer, type Draft, goTo } from '../../setup/draft.ts'
import { STEPS } from '../../setup/steps.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { button, row } from '../praat/rows.ts'
import { chosenIn } from './fields.ts'
import { formFor, formNamed, readForm } from './forms.ts'
import { lackLine } from './looks.ts'
import { makeChannels, whyNotMake } from './make-channels.ts'
import { pageOf } from './page.ts'
import { keep, refusalOf, say, type Seen, seenBy, type SetUp, type SetUpInteraction } from './set-up.ts'
import { noticeIn, outlookOf } from './summary.ts'

type Press = (interaction: ComponentInteraction, args: readonly string[], visit: Visit) => Promise<void>

/** Shows where a set-up is by now, with what is said about what was pressed. */
async function show(
  interaction: SetUpInteraction,
  seen: Seen,
  said: readonly string[],
  visit: Visit,
): Promise<void> {
  if ('gone' in seen) return say(interaction, { content: visit.desk.texts().t('setup.gone') })
  const setUp = 'conflict' in seen ? seen.conflict : seen.setUp
  const before = 'conflict' in seen ? [setUp.texts.t('setup.conflict')] : said
  await say(interaction, await pageOf(setUp, before))
}

/** What was pressed, for who may press it and saw it as it is; everybody else is told what is so. */
const seeing =
  (act: (setUp: SetUp, interaction: ComponentInteraction, args: readonly string[]) => Promise<void>): Press =>
  async (interaction, [tag, ...args], visit) => {
    const refusal = await refusalOf(interaction, visit)
    if (refusal !== undefined || !interaction.inCachedGuild())
      return say(interaction, { content: visit.desk.texts().t(refusal ?? 'error.outside-house') })
    const seen = await seenBy(tag, visit, interaction.guild)
    if (!('setUp' in seen)) return show(interaction, seen, [], visit)
    await act(seen.setUp, interaction, args)
  }

/** Keeps a change and shows the step that it leads to. */
async function turn(
  setUp: SetUp,
  interaction: SetUpInteraction,
  draft: Draft,
  said: readonly string[] = [],
): Promise<void> {
  await show(interaction, await keep(setUp, draft), said, setUp)
}

const go = seeing(async (setUp, interaction, [wanted]) => {
  const step = STEPS.find((one) => one === wanted) ?? setUp.draft.at
  await turn(setUp, interaction, goTo(setUp.draft, step))
})

const set = seeing(async (setUp, interaction, [field = '']) => {
  const values = 'values' in interaction ? interaction.values : []
  const chosen = chosenIn(field, values, setUp, interaction)
  if (chosen === undefined) return show(interaction, { setUp }, [], setUp)
  if ('refused' in chosen) return show(interaction, { setUp }, [setUp.texts.t(chosen.refused)], setUp)
  await turn(setUp, interaction, answer(setUp.draft, chosen.said))
})

const form = seeing(async (setUp, interaction, [name]) => {
  const known = formNamed(name)
  if (known === undefined) return show(interaction, { setUp }, [], setUp)
  await interaction.showModal(formFor(known, setUp))
})

const make = seeing(async (setUp, interaction) => {
  const { texts, draft } = setUp
  const why = whyNotMake(setUp)
  if (why !== undefined) {
    const says = why === 'permission' ? lackLine(['ManageChannels'], 'make', texts) : texts.t(why)
    return show(interaction, { setUp }, [says], setUp)
  }
  await interaction.deferUpdate()
  const { ids, busy } = await makeChannels(setUp)
  const made = Object.values(ids)
  const says =
    made.length > 0
      ? texts.t('setup.make.done', { channels: made.map((id) => channelMention(id)).join(', ') })
      : texts.t(busy ? 'setup.make.busy' : 'setup.make.refused')
  if (made.length === 0) return show(interaction, { setUp }, [says], setUp)
  const kept = await keep(setUp, answer(draft, { channels: ids }))
  // Pressed twice: the first press kept the same channels, and this one says the same.
  const same =
    'conflict' in kept &&
    made.every((id) => Object.values(kept.conflict.draft.answers.channels ?? {}).includes(id))
  await show(interaction, same ? { setUp: kept.conflict } : kept, [says], setUp)
})

const clear = seeing((setUp, interaction) => turn(setUp, interaction, answer(setUp.draft, { region: null })))

const later = seeing((setUp, interaction) => say(interaction, { content: setUp.texts.t('setup.later') }))

const drop = seeing(async (setUp, interaction) => {
  await setUp.desk.settings.dropDraft(setUp.house.id)
  await say(interaction, { content: setUp.texts.t('setup.dropped') })
})

/** The whole text of the notice, as it is or as it will be, beside the summary. */
const notice = seeing(async (setUp, interaction, [which]) => {
  const isOld = which === 'old'
  const text = noticeIn(setUp, isOld ? setUp.desk.policy : (await outlookOf(setUp)).after)
  const title = setUp.texts.t(isOld ? 'setup.notice.old' : 'setup.notice.new')
  const embed = new EmbedBuilder().setTitle(title).setDescription(text?.full ?? '–')
  await interaction.reply({
    embeds: [embed.toJSON()],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
})

/** Somebody set something else meanwhile: what was answered stays, over what stands now. */
async function stale(setUp: SetUp, interaction: ComponentInteraction): Promise<void> {
  const { version } = await setUp.desk.settings.read(setUp.house.id)
  await turn(setUp, interaction, { ...setUp.draft, over: version }, [setUp.texts.t('setup.stale')])
}

/** Confirmed: only now anything changes for the house, and all of it at once. */
const confirm = seeing(async (setUp, interaction) => {
  const { desk, house, draft } = setUp
  await interaction.deferUpdate()
  const { gaps, problems, settings } = await outlookOf(setUp)
  if (gaps.length > 0 || problems.length > 0) return show(interaction, { setUp }, [], setUp)
  const saved = await desk.settings.save(house.id, settings, { by: interaction.user.id, from: draft.over })
  if (!saved.done) return stale(setUp, interaction)
  await desk.settings.dropDraft(house.id)
  await desk.settings.settle(house.id)
  const texts = desk.of(house.id).texts()
  const full = settings.reading?.way === 'full' && !interaction.client.options.intents.has('MessageContent')
  await say(interaction, {
    content: [
      texts.t('setup.done'),
      ...(full ? [texts.t('setup.reading.no-intent')] : []),
      texts.t('setup.done.next'),
    ].join('\n'),
    components: [
      row(
        button(customId('huis', 'opzet-test'), texts.t('setup.button.test'), ButtonStyle.Primary),
        button(customId('huis', 'status-show'), texts.t('setup.button.status')),
      ),
    ],
  })
})

/** A marked flag that everybody of the team should see, volunteers too. */
const test: Press = async (interaction, _args, { desk, house }) => {
  const texts = desk.texts()
  const started = await desk.drills.start({
    house: house.id,
    actorId: interaction.user.id,
    cases: [
      {
        id: 'set-up',
        name: texts.t('setup.test.name'),
        category: 'spam',
        kind: 'conduct',
        level: 'groen',
        text: texts.t('setup.test.words'),
        findings: [],
      },
    ],
    queueChannelId: house.queueChannelId,
    policyVersion: desk.policy.version,
    hours: desk.policy.drills.hours,
  })
  const key: TextKey = started === 0 ? 'setup.test.cannot' : 'setup.test.done'
  const content = texts.t(key, { channel: channelMention(house.queueChannelId) })
  await interaction.reply({ content, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } })
}

/** A form that was sent: kept, or shown again with a sentence that says how to write it. */
export async function filled(
  interaction: ModalSubmitInteraction,
  [tag, name]: readonly string[],
  visit: Visit,
): Promise<void> {
  const refusal = await refusalOf(interaction, visit)
  if (refusal !== undefined || !interaction.inCachedGuild())
    return say(interaction, { content: visit.desk.texts().t(refusal ?? 'error.outside-house') })
  const known = formNamed(name)
  const seen = await seenBy(tag, visit, interaction.guild)
  if (!('setUp' in seen) || known === undefined) return show(interaction, seen, [], visit)
  const { setUp } = seen
  const read = readForm(known, (id) => interaction.fields.getTextInputValue(id), setUp)
  const { typedHours: _, ...draft } = setUp.draft
  if ('said' in read)
    return turn(setUp, interaction, answer(known === 'hours' ? draft : setUp.draft, read.said))
  const { wrong, typedHours } = read
  if (typedHours === undefined) return show(interaction, seen, [wrong], visit)
  await turn(setUp, interaction, { ...setUp.draft, typedHours }, [wrong])
}

/** Every button and menu of the set-up, by its action. */
export const PRESSES: Readonly<Record<string, Press>> = {
  'opzet-go': go,
  'opzet-set': set,
  'opzet-form': form,
  'opzet-make': make,
  'opzet-clear': clear,
  'opzet-later': later,
  'opzet-drop': drop,
  'opzet-notice': notice,
  'opzet-confirm': confirm,
  'opzet-test': test,
}
