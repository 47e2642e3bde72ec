import { AuditLogEvent, AutoModerationRuleTriggerType, Events, GatewayIntentBits } from 'discord.js'
import type { AutoModerationActionExecution } from 'discord.js'
import { expect, it } from 'vitest'
import { Refused } from '../../../src/practice/world.ts'
import { collect, usualIntents } from '../../support/practice/bot.ts'
import { guard, guardedHouse, wordRule } from './automod-wire.ts'
import type { Guarded } from './automod-wire.ts'

/** Discord's code for a refusal, and what the person reads; 'posted' when there was none. */
async function refused(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'posted'
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return `${error.code} ${error.message}`
  }
}

const executions = ({ client }: Guarded): AutoModerationActionExecution[] =>
  collect<AutoModerationActionExecution>((push) => client.on(Events.AutoModerationActionExecution, push))

it('a blocked message is posted nowhere, and its author reads why', async () => {
  await using guarded = await guard()
  const { guild, client, stage } = guarded
  const customMessage = 'Praat er liever over met iemand van het team.'
  await guild.autoModerationRules.create(
    wordRule(['*verboden*'], { actions: [{ type: 1, metadata: { customMessage } }] }),
  )
  const heard = collect<string>((push) => client.on(Events.MessageCreate, (one) => push(one.content)))
  const told = executions(guarded)
  const noor = stage.world.member('noor')
  expect(await refused(noor.says('#algemeen', 'dit is VERBODEN'))).toBe(
    `200000 Message was blocked by automatic moderation: ${customMessage}: in #algemeen`,
  )
  await noor.says('#algemeen', 'dit mag')
  await stage.world.until(() => heard.length === 1 && told.length === 1)
  expect(heard).toEqual(['dit mag'])
  expect(stage.world.channel('algemeen').messages()).toHaveLength(1)
  expect(told[0]).toMatchObject({
    userId: noor.id,
    channelId: stage.world.channel('algemeen').id,
    messageId: null,
    alertSystemMessageId: null,
    content: 'dit is VERBODEN',
    matchedKeyword: '*verboden*',
    matchedContent: 'VERBODEN',
    ruleTriggerType: 1,
    action: { type: 1 },
  })
})

it('an edit is asked about too: what it was stays, and the message keeps its id when the rule only alerts', async () => {
  await using guarded = await guard()
  const { guild, stage } = guarded
  const channel = stage.world.channel('wachtrij').id
  await guild.autoModerationRules.create(wordRule(['blok']))
  await guild.autoModerationRules.create(
    wordRule(['meld'], { actions: [{ type: 2, metadata: { channel } }] }),
  )
  const told = executions(guarded)
  const noor = stage.world.member('noor')
  const said = await noor.says('#algemeen', 'eerst')
  expect(await refused(noor.edits(said, 'nu blok'))).toMatch(/^200000/)
  expect(stage.world.channel('algemeen').lastMessage()?.content).toBe('eerst')
  expect(await refused(noor.edits(said, 'nu meld'))).toBe('posted')
  expect(stage.world.channel('algemeen').lastMessage()?.content).toBe('nu meld')
  await stage.world.until(() => told.length === 2)
  expect(told.map((one) => [one.action.type, one.messageId])).toEqual([
    [1, null],
    [2, said.id],
  ])
})

it('an alert is a message of type 24 in the name of the author, which only a keeper can take away', async () => {
  await using guarded = await guard()
  const { guild, client, stage } = guarded
  const channel = stage.world.channel('wachtrij').id
  const rule = await guild.autoModerationRules.create(
    wordRule(['zorg*'], { actions: [{ type: 2, metadata: { channel } }] }),
  )
  const told = executions(guarded)
  const alerts = collect<{ id: string; type: number; author: string; fields: Record<string, string> }>(
    (push) =>
      client.on(Events.MessageCreate, (one) => {
        if (one.channelId !== channel) return
        const fields = Object.fromEntries(
          (one.embeds[0]?.fields ?? []).map(({ name, value }) => [name, value]),
        )
        push({ id: one.id, type: one.type, author: one.author.id, fields })
      }),
  )
  const noor = stage.world.member('noor')
  const said = await noor.says('#algemeen', 'ik maak me zorgen')
  await stage.world.until(() => alerts.length === 1 && told.length === 1)
  expect(alerts[0]).toMatchObject({
    type: 24,
    author: noor.id,
    fields: {
      rule_name: rule.name,
      channel_id: said.channelId,
      keyword: 'zorg*',
      keyword_matched_content: 'zorg',
      flagged_message_id: said.id,
    },
  })
  expect(told[0]).toMatchObject({
    alertSystemMessageId: alerts[0]?.id,
    messageId: said.id,
    action: { type: 2 },
  })
  const alert = stage.world.channel('wachtrij').lastMessage()
  if (alert === undefined) throw new Error('an alert was expected')
  await expect(stage.world.member('noor').deletes(alert)).rejects.toThrow(/Missing/)
  const queue = await client.channels.fetch(channel)
  if (queue?.isTextBased() !== true) throw new Error('a text channel was expected')
  await (await queue.messages.fetch(alert.id)).delete()
  expect(stage.world.channel('wachtrij').messages()).toEqual([])
  expect(stage.spec.violations()).toEqual([])
})

it('a rule that blocks, alerts and puts in time-out tells of each apart and notes each in the audit log', async () => {
  await using guarded = await guard()
  const { guild, stage } = guarded
  const channel = stage.world.channel('wachtrij').id
  await guild.autoModerationRules.create(
    wordRule(['foei'], {
      actions: [
        { type: 1 },
        { type: 2, metadata: { channel } },
        { type: 3, metadata: { durationSeconds: 60 } },
      ],
    }),
  )
  const told = executions(guarded)
  const noor = stage.world.member('noor')
  expect(await refused(noor.says('#algemeen', 'foei'))).toMatch(/^200000/)
  await stage.world.until(() => told.length === 3)
  expect(told.map((one) => [one.action.type, one.messageId, one.alertSystemMessageId === null])).toEqual([
    [1, null, true],
    [2, null, false],
    [3, null, true],
  ])
  expect(await refused(noor.says('#algemeen', 'iets anders'))).toMatch(/^50013/)
  const member = await guild.members.fetch({ user: noor.id, force: true })
  expect(member.isCommunicationDisabled()).toBe(true)
  const log = await guild.fetchAuditLogs()
  const entries = log.entries.map((entry) => [entry.action, entry.targetId, entry.extra])
  expect(entries.slice(0, 3).map(([action]) => action)).toEqual([
    AuditLogEvent.AutoModerationUserCommunicationDisabled,
    AuditLogEvent.AutoModerationFlagToChannel,
    AuditLogEvent.AutoModerationBlockMessage,
  ])
  for (const [, target, extra] of entries.slice(0, 3)) {
    expect(target).toBe(noor.id)
    expect(extra).toMatchObject({ autoModerationRuleName: 'woorden' })
  }
  expect(stage.spec.violations()).toEqual([])
})

it('without the Message Content intent the event says who and which rule, and not what was written', async () => {
  await using guarded = await guard()
  const { guild, stage } = guarded
  const without = await stage.connect({
    intents: [
      ...usualIntents.filter((one) => one !== GatewayIntentBits.MessageContent),
      GatewayIntentBits.AutoModerationExecution,
    ],
  })
  const told = collect<AutoModerationActionExecution>((push) =>
    without.on(Events.AutoModerationActionExecution, push),
  )
  await guild.autoModerationRules.create(wordRule(['foei']))
  await refused(stage.world.member('noor').says('#algemeen', 'foei toch'))
  await stage.world.until(() => told.length === 1)
  expect(told[0]).toMatchObject({ content: '', matchedContent: '', matchedKeyword: 'foei' })
})

it('managers, the owner, bots, exempt roles and exempt channels go free; a rule that is off binds nobody', async () => {
  await using guarded = await guard()
  const { guild, client, stage } = guarded
  const { world } = stage
  const trusted = guild.roles.cache.find((role) => role.name === 'vertrouwd')
  const rule = await guild.autoModerationRules.create(
    wordRule(['foei'], { exemptRoles: [trusted?.id ?? ''], exemptChannels: [world.channel('gaming').id] }),
  )
  const says = (name: string, channel: string) => refused(world.member(name).says(channel, 'foei'))
  expect(await says('noor', '#algemeen')).toMatch(/^200000/)
  expect(await says('sam', '#algemeen')).toMatch(/^200000/)
  expect(await says('noor', '#gaming')).toBe('posted')
  for (const name of ['victor', 'bea', 'sofie']) expect(await says(name, '#algemeen'), name).toBe('posted')
  const channel = await client.channels.fetch(world.channel('algemeen').id)
  if (channel?.isSendable() !== true) throw new Error('a text channel was expected')
  await channel.send('foei')
  await world.member('noor').dms('foei')
  const thread = await guild.channels.fetch(world.channel('gaming').id)
  if (thread?.isTextBased() !== true || !('threads' in thread)) throw new Error('a text channel was expected')
  const made = await thread.threads.create({ name: 'zijpad' })
  expect(await refused(world.member('noor').says(made.id, 'foei'))).toBe('posted')
  await guild.autoModerationRules.edit(rule.id, { enabled: false })
  expect(await says('noor', '#algemeen')).toBe('posted')
})

it('too many mentions, a word of a preset and made-up spam set off their own rules', async () => {
  const words = { profanity: ['verzonnen'], sexualContent: [], slurs: [], spam: ['koop*'] }
  await using guarded = await guard({ autoModWords: words })
  const { guild, stage } = guarded
  const kinds = [
    { triggerType: AutoModerationRuleTriggerType.MentionSpam, triggerMetadata: { mentionTotalLimit: 1 } },
    { triggerType: AutoModerationRuleTriggerType.KeywordPreset, triggerMetadata: { presets: [1] } },
    { triggerType: AutoModerationRuleTriggerType.Spam, triggerMetadata: {} },
  ]
  for (const kind of kinds) await guild.autoModerationRules.create(wordRule([], kind))
  const told = executions(guarded)
  const { world } = stage
  const noor = world.member('noor')
  const [sam, ayoub] = [world.member('sam').id, world.member('ayoub').id]
  expect(await refused(noor.says('#algemeen', `<@${sam}> hoi`))).toBe('posted')
  for (const text of [`<@${sam}> <@${ayoub}>`, 'heel verzonnen dit', 'koopjes!'])
    expect(await refused(noor.says('#algemeen', text)), text).toMatch(/^200000/)
  await world.until(() => told.length === 3)
  expect(told.map((one) => [one.ruleTriggerType, one.matchedKeyword])).toEqual([
    [5, null],
    [4, 'verzonnen'],
    [3, null],
  ])
})

it('several rules on one message each do what they say', async () => {
  await using guarded = await guard({ seedGuild: guardedHouse })
  const { guild, stage } = guarded
  const channel = stage.world.channel('wachtrij').id
  await guild.autoModerationRules.create(
    wordRule(['een'], { name: 'eerste', actions: [{ type: 2, metadata: { channel } }] }),
  )
  await guild.autoModerationRules.create(
    wordRule(['twee'], { name: 'tweede', actions: [{ type: 1, metadata: { customMessage: 'Niet zo.' } }] }),
  )
  const told = executions(guarded)
  expect(await refused(stage.world.member('noor').says('#algemeen', 'een en twee'))).toContain('Niet zo.')
  await stage.world.until(() => told.length === 2)
  expect(told.map((one) => [one.action.type, one.messageId])).toEqual([
    [2, null],
    [1, null],
  ])
  expect(stage.world.channel('wachtrij').messages()).toHaveLength(1)
})
