import {
  ActionRowBuilder,
  EmbedBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from '@discordjs/builders'
import {
  ApplicationCommandOptionType,
  type GuildMember,
  type InteractionReplyOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
} from 'discord.js'
import type { Rule } from '../../policy/schema.ts'
import { dayOf } from '../../statistics/counts.ts'
import type { Trial } from '../../statistics/trials.ts'
import type { Texts } from '../../texts/texts.ts'
import { localised, type Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { fit } from '../fit.ts'
import { memberMay } from '../staff.ts'
import { showSamples, turnSamples } from './proef-samples.ts'
import type { Subcommand } from './subcommand.ts'

const DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1_000
/** A menu has at most 25 choices (Discord, Select Menus); a house with more rules on trial sees the first. */
const MOST_RULES = 25

/** The rules on trial of which somebody may see what they are about. */
export const trialsFor = (member: GuildMember, { desk, house }: Visit): readonly Rule[] =>
  desk.policy.rules.filter((rule) => rule.proef === true && memberMay(member, house, 'rules.trial', rule))

function ruleLines(rule: Rule, { days, messages, heard }: Trial, texts: Texts): readonly string[] {
  const share = new Intl.NumberFormat(texts.language, { style: 'percent', maximumFractionDigits: 2 })
  const kind = `${texts.t(`category.${rule.category}`)}, ${texts.t(`kind.${rule.kind}`)}`
  const level = texts.t(`queue.level.${rule.level}`)
  return [
    `**${rule.id}** (${kind})`,
    heard === 0
      ? texts.t('proef.not-yet')
      : texts.t('proef.counted', { days, messages, heard, share: share.format(messages / heard), level }),
  ]
}

const say = (content: string): InteractionReplyOptions => ({ content, flags: MessageFlags.Ephemeral })

/** What each rule on trial would have done, and a menu to look at examples. */
async function summary(member: GuildMember, visit: Visit): Promise<InteractionReplyOptions> {
  const { desk, house } = visit
  const texts = desk.texts()
  const all = trialsFor(member, visit)
  if (all.length === 0) return say(texts.t('proef.none'))
  const rules = all.slice(0, MOST_RULES)
  const from = dayOf(new Date(desk.now().getTime() - (DAYS - 1) * DAY_MS))
  const lines: string[] = []
  for (const rule of rules)
    lines.push(...ruleLines(rule, await desk.trials.summary(house.id, rule.id, from), texts))
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('huis', 'proef-samples'))
    .setPlaceholder(texts.t('proef.placeholder'))
    .addOptions(rules.map(({ id }) => new StringSelectMenuOptionBuilder().setValue(id).setLabel(id)))
  const reads = desk.policy.house.reading.way === 'full'
  const embed = new EmbedBuilder()
    .setTitle(texts.t('proef.heading'))
    .setDescription(
      fit(
        [
          texts.t('proef.about', { days: DAYS }),
          ...(reads ? [] : [texts.t('proef.reports')]),
          '',
          ...lines,
          ...(all.length > rules.length ? [texts.t('proef.more', { count: all.length - rules.length })] : []),
        ],
        texts.t('waarom.cut'),
      ),
    )
  return {
    embeds: [embed.toJSON()],
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu).toJSON()],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  }
}

/** `/huis proef`: what the rules on trial would have done. */
export const proef: Subcommand = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'proef',
    ...localised('huis.proef.description'),
  },
  act: 'rules.trial',
  async run(interaction, visit) {
    await interaction.reply(await summary(interaction.member, visit))
  },
  components: { 'proef-samples': showSamples, 'proef-page': turnSamples },
}
