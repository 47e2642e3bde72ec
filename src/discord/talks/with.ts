import { StringSelectMenuBuilder } from '@discordjs/builders'
import { ButtonStyle, type Guild, type GuildMember, userMention } from 'discord.js'
import { isOpen } from '../../duty/opening.ts'
import type { Texts } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { button, type Row, row } from '../praat/rows.ts'
import { chosenId, chosenOf, type PraatState, stateId, stateOf } from '../praat/state.ts'
import { memberMay } from '../staff.ts'
import { languageRow } from '../spoken.ts'
import { type Drawn, drawChoice, talksChannel } from './choice.ts'
import { describeReaders, readersOf } from './readers.ts'

/** Discord's longest list of choices. */
const MOST = 25

export interface Somebody {
  readonly id: string
  readonly name: string
}

/** A youth worker who is on duty now, by id; undefined for anybody else. */
export async function workerThere(
  guild: Guild,
  memberId: string,
  { desk, house }: Visit,
): Promise<GuildMember | undefined> {
  if (!desk.policy.house.duty.tellWho) return undefined
  const present = await desk.duty.present(house.id)
  if (!present.some((one) => one.memberId === memberId)) return undefined
  const member = await guild.members.fetch(memberId).catch(() => undefined)
  return member !== undefined && memberMay(member, house, 'talk.come') ? member : undefined
}

/**
 * Who can be chosen: those on duty, by the name that everybody sees here. Nobody in a house that does not tell who is
 * there (`duty.tellWho`): the hours of a worker are theirs. Nobody either who asks themselves.
 */
export async function workersThere(
  guild: Guild,
  askerId: string,
  visit: Visit,
): Promise<readonly Somebody[]> {
  const { desk, house } = visit
  if (!desk.policy.house.duty.tellWho) return []
  const present = (await desk.duty.present(house.id)).slice(0, MOST)
  const members = await Promise.all(
    present
      .filter(({ memberId }) => memberId !== askerId)
      .map(({ memberId }) => workerThere(guild, memberId, visit)),
  )
  return members.flatMap((member) =>
    member === undefined ? [] : [{ id: member.id, name: member.displayName.slice(0, 100) }],
  )
}

export const workerMenu = (state: PraatState, who: readonly Somebody[], texts: Texts): Row =>
  row(
    new StringSelectMenuBuilder()
      .setCustomId(stateId('with', state))
      .setPlaceholder(texts.t('talk.with.placeholder'))
      .addOptions(who.map(({ id, name }) => ({ value: id, label: name }))),
  )

async function drawWith(guild: Guild, workerId: string, state: PraatState, visit: Visit): Promise<Drawn> {
  const { desk, house } = visit
  const texts = desk.texts(state.language)
  const worker = await workerThere(guild, workerId, visit)
  const channel = talksChannel(guild, visit)
  // Gone home since the list was shown: what is possible now.
  if (worker === undefined || channel === undefined || !isOpen(desk.duty.hours.of(house.id), desk.now()))
    return drawChoice(state, guild, visit)
  return {
    content: [
      texts.t('talk.with.chosen', { worker: userMention(worker.id) }),
      '',
      ...describeReaders(readersOf(guild, channel), texts),
    ].join('\n'),
    components: [
      row(
        button(
          customId('praat', 'ask', state.language, 'with', worker.id),
          texts.t('talk.button.ask'),
          ButtonStyle.Success,
        ),
        button(stateId('back', state), texts.t('talk.button.back')),
      ),
      ...languageRow(state.language, desk, (language) =>
        chosenId('with-in', { ...state, language }, worker.id),
      ),
    ],
  }
}

/** Somebody who is there was chosen: who comes first, what happens when they do not, and who can read along. */
export async function withWorker(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const chosen = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : ''
  const drawn = await drawWith(interaction.guild, chosen, stateOf(args, visit.desk), visit)
  await interaction.update({ ...drawn, allowedMentions: { parse: [] } })
}

/** The same in another language: who was chosen stands in the id. */
export async function withIn(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const { state, personId } = chosenOf(args, visit.desk)
  const drawn = await drawWith(interaction.guild, personId, state, visit)
  await interaction.update({ ...drawn, allowedMentions: { parse: [] } })
}
