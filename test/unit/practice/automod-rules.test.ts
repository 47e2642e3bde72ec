import { AuditLogEvent, AutoModerationRuleTriggerType, DiscordAPIError, Events } from 'discord.js'
import type { AutoModerationRuleCreateOptions } from 'discord.js'
import { expect, it } from 'vitest'
import { collect } from '../../support/practice/bot.ts'
import { guard, wordRule } from './automod-wire.ts'
import type { Guarded } from './automod-wire.ts'

/** What discord.js makes of a refusal: Discord's code, and the text with the codes of the fields. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'taken'
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error
    return `${error.code} ${error.message}`
  }
}

const words = (count: number) => Array.from({ length: count }, (_, n) => `woord${n}`)

const ids = (count: number) => Array.from({ length: count }, (_, n) => String(1000 + n))

const looksFor = (metadata: object) => ({ trigger_metadata: metadata })

const does = (type: number, metadata: object) => ({ actions: [{ type, metadata }] })

const allowed = (count: number) =>
  wordRule([], {
    triggerType: AutoModerationRuleTriggerType.KeywordPreset,
    triggerMetadata: { presets: [1], allowList: Array.from({ length: count }, (_, n) => `woord${n}`) },
  })

const small = (permissions: readonly ['ManageGuild'] | readonly []) => ({
  name: 'Huis',
  bot: { permissions: ['ViewChannel', ...permissions] as const },
  channels: [{ name: 'algemeen' }],
  members: [],
})

it('rules are made, listed, read, changed and deleted, and each change is told and noted with its reason', async () => {
  await using guarded = await guard()
  const { client, guild, stage } = guarded
  const told = collect<string>((push) => {
    client.on(Events.AutoModerationRuleCreate, (rule) => push(`made ${rule.name}`))
    client.on(Events.AutoModerationRuleUpdate, (_, rule) => push(`changed ${rule.name}`))
    client.on(Events.AutoModerationRuleDelete, (rule) => push(`gone ${rule.name}`))
  })
  const made = await guild.autoModerationRules.create({ ...wordRule(['kat*']), reason: 'proef' })
  expect(made).toMatchObject({ name: 'woorden', enabled: true, creatorId: stage.discord.botId })
  expect(made.triggerMetadata.keywordFilter).toEqual(['kat*'])
  expect((await guild.autoModerationRules.fetch()).size).toBe(1)
  const changed = await guild.autoModerationRules.edit(made.id, { name: 'andere', enabled: false })
  expect(changed).toMatchObject({ name: 'andere', enabled: false })
  expect(changed.triggerMetadata.keywordFilter).toEqual(['kat*'])
  const read = await guild.autoModerationRules.fetch({ autoModerationRule: made.id, force: true })
  expect(read.name).toBe('andere')
  await guild.autoModerationRules.delete(made.id, 'klaar')
  expect(
    await refusal(guild.autoModerationRules.fetch({ autoModerationRule: made.id, force: true })),
  ).toMatch(/^0 /)
  await stage.world.until(() => told.length === 3)
  expect(told).toEqual(['made woorden', 'changed andere', 'gone andere'])
  const log = await guild.fetchAuditLogs()
  expect(log.entries.map((entry) => [entry.action, entry.reason, entry.executorId])).toEqual([
    [AuditLogEvent.AutoModerationRuleDelete, 'klaar', stage.discord.botId],
    [AuditLogEvent.AutoModerationRuleUpdate, null, stage.discord.botId],
    [AuditLogEvent.AutoModerationRuleCreate, 'proef', stage.discord.botId],
  ])
  expect(stage.spec.violations()).toEqual([])
})

it('every kind of rule is taken as discord.js sends it and fits the published description', async () => {
  await using guarded = await guard()
  const { guild, stage } = guarded
  const alert = { type: 2, metadata: { channel: stage.world.channel('wachtrij').id } }
  const kinds: readonly Partial<AutoModerationRuleCreateOptions>[] = [
    { triggerType: AutoModerationRuleTriggerType.Keyword, triggerMetadata: { regexPatterns: ['(b|c)at'] } },
    { triggerType: AutoModerationRuleTriggerType.Spam, triggerMetadata: {} },
    { triggerType: AutoModerationRuleTriggerType.KeywordPreset, triggerMetadata: { presets: [1, 2, 3] } },
    { triggerType: AutoModerationRuleTriggerType.MentionSpam, triggerMetadata: { mentionTotalLimit: 5 } },
    {
      triggerType: AutoModerationRuleTriggerType.MemberProfile,
      triggerMetadata: { keywordFilter: ['kat'] },
      eventType: 2,
      actions: [{ type: 4 }, alert],
    },
  ]
  for (const kind of kinds) await guild.autoModerationRules.create(wordRule([], kind))
  expect((await guild.autoModerationRules.fetch()).map((one) => one.triggerType)).toEqual([1, 3, 4, 5, 6])
  expect(stage.spec.violations()).toEqual([])
})

it('one rule too many of its kind is refused in the words that Discord uses', async () => {
  await using guarded = await guard()
  const { guild } = guarded
  const most = { Keyword: 6, Spam: 1, KeywordPreset: 1, MentionSpam: 1, MemberProfile: 1 } as const
  for (const [name, count] of Object.entries(most)) {
    const triggerType = AutoModerationRuleTriggerType[name as keyof typeof most]
    const options = wordRule([], { triggerType, ...(name === 'MemberProfile' ? { eventType: 2 } : {}) })
    for (let n = 0; n < count; n++) await guild.autoModerationRules.create(options)
    expect(await refusal(guild.autoModerationRules.create(options))).toContain(
      `50035 Invalid Form Body\n0[AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED]: Maximum number of rules with trigger type ${triggerType} is ${count}`,
    )
  }
})

it('each limit holds: one is taken, one more is refused at its place', async () => {
  await using guarded = await guard()
  const { guild, client } = guarded
  const limits: readonly [place: string, most: number, body: (size: number) => object][] = [
    ['keyword_filter', 1000, (size) => looksFor({ keyword_filter: words(size) })],
    ['keyword_filter', 60, (size) => looksFor({ keyword_filter: ['x'.repeat(size)] })],
    ['regex_patterns', 10, (size) => looksFor({ regex_patterns: words(size) })],
    ['regex_patterns', 260, (size) => looksFor({ regex_patterns: ['x'.repeat(size)] })],
    ['allow_list', 100, (size) => looksFor({ allow_list: words(size) })],
    ['exempt_roles', 20, (size) => ({ exempt_roles: ids(size) })],
    ['exempt_channels', 50, (size) => ({ exempt_channels: ids(size) })],
    ['custom_message', 150, (size) => does(1, { custom_message: 'x'.repeat(size) })],
    ['duration_seconds', 2_419_200, (size) => does(3, { duration_seconds: size })],
    ['name', 100, (size) => ({ name: 'x'.repeat(size) })],
  ]
  // By REST, as the manager of discord.js wants to know every role and channel that it is given.
  const create = (more: object) =>
    client.rest.post(`/guilds/${guild.id}/auto-moderation/rules`, {
      body: { name: 'grens', event_type: 1, trigger_type: 1, actions: [{ type: 1 }], ...more },
    }) as Promise<{ id: string }>
  for (const [place, most, body] of limits) {
    const made = await create(body(most))
    await guild.autoModerationRules.delete(made.id)
    const said = await refusal(create(body(most + 1)))
    expect(said, place).toMatch(/^50035/)
    expect(said, place).toContain(place)
  }
  expect(await guild.autoModerationRules.fetch()).toHaveProperty('size', 0)
})

it('a preset may allow a thousand words', async () => {
  await using guarded = await guard()
  const { guild } = guarded
  const made = await guild.autoModerationRules.create(allowed(1000))
  await guild.autoModerationRules.delete(made.id)
  expect(await refusal(guild.autoModerationRules.create(allowed(1001)))).toContain('allow_list')
})

it('a time-out needs MODERATE_MEMBERS and belongs to words and mentions; everything needs MANAGE_GUILD', async () => {
  const timeout = { actions: [{ type: 3, metadata: { durationSeconds: 60 } }] }
  await using full = await guard()
  const spam = wordRule([], { triggerType: AutoModerationRuleTriggerType.Spam, ...timeout })
  expect(await refusal(full.guild.autoModerationRules.create(spam))).toContain('actions[0].type')
  const mentions = wordRule([], { triggerType: AutoModerationRuleTriggerType.MentionSpam, ...timeout })
  expect(await refusal(full.guild.autoModerationRules.create(mentions))).toBe('taken')

  await using manager = await guard({ seedGuild: small(['ManageGuild']) })
  expect(await refusal(manager.guild.autoModerationRules.create(wordRule(['kat'], timeout)))).toMatch(
    /^50013/,
  )
  expect(await refusal(manager.guild.autoModerationRules.create(wordRule(['kat'])))).toBe('taken')
  await using nobody = await guard({ seedGuild: small([]) })
  expect(await refusal(nobody.guild.autoModerationRules.fetch())).toMatch(/^50013/)
  expect(await refusal(nobody.guild.autoModerationRules.create(wordRule(['kat'])))).toMatch(/^50013/)
})

it('a pattern that cannot be run, an alert in no channel, and the wrong kind of event are refused', async () => {
  await using guarded: Guarded = await guard()
  const { guild } = guarded
  const rules = guild.autoModerationRules
  expect(
    await refusal(rules.create(wordRule([], { triggerMetadata: { regexPatterns: ['(?=kat)'] } }))),
  ).toContain('looks around, which Rust does not')
  expect(
    await refusal(rules.create(wordRule([], { triggerMetadata: { regexPatterns: ['(a+)+'] } }))),
  ).toContain('The local Discord cannot run this pattern')
  const nowhere = { type: 2, metadata: { channel_id: '1' } }
  const body = { name: 'x', event_type: 1, trigger_type: 1, actions: [nowhere] }
  const path = `/guilds/${guild.id}/auto-moderation/rules` as const
  expect(await refusal(guarded.client.rest.post(path, { body }))).toContain('actions[0].metadata.channel_id')
  expect(await refusal(rules.create(wordRule([], { eventType: 2 })))).toContain('event_type')
  expect(await refusal(guarded.client.rest.post(path, { body: { ...body, actions: [] } }))).toContain(
    'actions',
  )
  expect(await refusal(guarded.client.rest.post(path, { body: { ...body, trigger_type: 2 } }))).toMatch(
    /^50035/,
  )
})

it('the kind of a rule cannot be changed', async () => {
  await using guarded = await guard()
  const made = await guarded.guild.autoModerationRules.create(wordRule(['kat']))
  const path = `/guilds/${guarded.guild.id}/auto-moderation/rules/${made.id}` as const
  expect(await refusal(guarded.client.rest.patch(path, { body: { trigger_type: 3 } }))).toContain(
    'trigger_type',
  )
  expect(await refusal(guarded.client.rest.patch(path, { body: { trigger_type: 1 } }))).toBe('taken')
})
