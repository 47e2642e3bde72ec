import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  MessageFlags,
} from 'discord.js'
import {
  type Command,
  type ComponentInteraction,
  FOR_TEAM,
  localised,
  type Visit,
} from '../src/discord/command.ts'
import { drillPage } from '../src/discord/drill/page.ts'
import type { DrillCase } from '../src/policy/schema-drills.ts'
import type { Finding } from '../src/screening/finding.ts'

const ID = 'oefening'

/** What the rules see in the case, as far as it is what the case is about. */
function foundIn({ text, category }: DrillCase, { desk }: Visit): readonly Finding[] {
  const decision = desk.screening.read({ text, channel: '' })
  return decision.kind === 'nothing' ? [] : decision.findings.filter((one) => one.category === category)
}

/** The chosen cases come in the queue, with what the rules find in them: as it would be in earnest. */
async function start(
  interaction: ComponentInteraction,
  _args: readonly string[],
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const chosen = interaction.isStringSelectMenu() ? interaction.values : []
  const cases = desk.policy.drills.cases.filter(({ id }) => chosen.includes(id))
  await interaction.deferUpdate()
  const started = await desk.drills.start({
    house: house.id,
    actorId: interaction.user.id,
    cases: cases.map((one) => ({ ...one, findings: foundIn(one, visit) })),
    queueChannelId: house.queueChannelId,
    policyVersion: desk.policy.version,
    hours: desk.policy.drills.hours,
  })
  const texts = desk.texts()
  const said =
    started === 0 && cases.length > 0 ? texts.t('drill.full') : texts.t('drill.started', { count: started })
  await interaction.editReply(await drillPage(visit, said))
}

async function clear(
  interaction: ComponentInteraction,
  _args: readonly string[],
  visit: Visit,
): Promise<void> {
  await interaction.deferUpdate()
  const count = await visit.desk.drills.clear(visit.house.id, interaction.user.id)
  await interaction.editReply(await drillPage(visit, visit.desk.texts().t('drill.cleared', { count })))
}

/** `/oefening`: practise with the queue of the house itself, marked, uncounted, and gone by itself. */
export const oefening: Command = {
  id: ID,
  act: 'drill.start',
  payload: {
    name: ID,
    type: ApplicationCommandType.ChatInput,
    ...localised('drill.description'),
    ...FOR_TEAM,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    await interaction.reply({ ...(await drillPage(visit)), flags: MessageFlags.Ephemeral })
  },
  components: { start, clear },
}
