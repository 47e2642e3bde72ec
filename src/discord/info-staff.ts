import { EmbedBuilder } from '@discordjs/builders'
import type { APIEmbed, Interaction } from 'discord.js'
import { notesForStaff } from '../house/notes.ts'
import type { Language } from '../policy/schema.ts'
import { automaticOf, describeAutomatic, shownAutomatic } from '../statistics/automatic.ts'
import { dayOf } from '../statistics/counts.ts'
import type { Visit } from './command.ts'
import { describeMissing } from './missing.ts'
import { volunteersSee } from './queue/volunteers.ts'
import { memberMay } from './staff.ts'

/** Over so many days is told what the bot did by itself. */
const DAYS = 30
const DAY_MS = 86_400_000

/** A house that nobody set up yet: what is missing, and where whoever manages the server begins. */
function firstSteps(language: Language, { desk, house }: Visit): APIEmbed[] {
  const texts = desk.texts(language)
  const lines = [texts.t('setup.begin'), ...describeMissing(house, texts)].map((line) => `- ${line}`)
  const said = lines.join('\n').slice(0, 4_096)
  return [new EmbedBuilder().setTitle(texts.t('info.staff.heading')).setDescription(said).toJSON()]
}

/**
 * What whoever looks after the house sees below the hub: what is missing, what to mend, and what the bot did by itself
 * (design decision 1). Nothing for anybody else.
 */
export async function staffPart(
  interaction: Interaction,
  language: Language,
  { desk, house }: Visit,
): Promise<APIEmbed[]> {
  if (!interaction.inCachedGuild()) return []
  const { member } = interaction
  if (!memberMay(member, house, 'house.manage'))
    return memberMay(member, house, 'house.set-up') ? firstSteps(language, { desk, house }) : []
  const texts = desk.texts(language)
  const now = desk.now()
  const missing = describeMissing(house, texts)
  const see = volunteersSee(interaction.guild, house)
  const counts = await desk.counts.read(house.id, dayOf(new Date(now.getTime() - DAYS * DAY_MS)), dayOf(now))
  const lines = [
    ...(missing.length === 0 ? [texts.t('info.staff.set-up')] : missing),
    ...(see === undefined ? [] : [texts.t('staff.volunteers-see-queue', see)]),
    ...notesForStaff(desk.policy, texts, now),
    texts.t('info.staff.automatic', {
      days: DAYS,
      figures: describeAutomatic(shownAutomatic(automaticOf(counts)), texts),
    }),
  ]
  const said = lines.map((line) => `- ${line}`).join('\n')
  return [
    new EmbedBuilder().setTitle(texts.t('info.staff.heading')).setDescription(said.slice(0, 4_096)).toJSON(),
  ]
}
