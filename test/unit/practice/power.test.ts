import { AuditLogEvent, GatewayIntentBits, PermissionFlagsBits, Routes } from 'discord.js'
import type { Guild } from 'discord.js'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import type { PermissionName } from '../../../src/practice/permissions.ts'
import { collect, setStage, testHouse, usualIntents } from '../../support/practice/bot.ts'
import { codeOf, refusedTo } from '../../support/practice/refusal.ts'

const usual: readonly PermissionName[] = ['ViewChannel', 'SendMessages', 'ReadMessageHistory']
const house = (...powers: PermissionName[]) => ({
  ...testHouse,
  roles: [...testHouse.roles, { name: 'beheer', permissions: ['Administrator'] as const }],
  members: [...testHouse.members, { name: 'ada', roles: ['beheer'] }],
  bot: { permissions: [...usual, ...powers] },
})
const start = new Date('2026-11-23T15:00:00Z')
const day = 86_400_000

const guildOf = async (stage: Awaited<ReturnType<typeof setStage>>): Promise<Guild> => {
  const client = await stage.connect({
    intents: [...usualIntents, GatewayIntentBits.GuildModeration, GatewayIntentBits.GuildWebhooks],
  })
  const guild = client.guilds.cache.get(stage.discord.guildId)
  if (guild === undefined) throw new Error('The bot is in the house.')
  return guild
}

it('a time-out lasts at most 28 days, and never hits the owner, an administrator or somebody above the bot', async () => {
  const clock = manualClock(start)
  await using stage = await setStage({ clock, seedGuild: house('ModerateMembers') })
  const guild = await guildOf(stage)
  const url = (name: string) => Routes.guildMember(guild.id, stage.world.member(name).id)
  const until = (days: number) => ({
    body: { communication_disabled_until: new Date(start.getTime() + days * day).toISOString() },
  })
  const { rest } = guild.client
  expect(await codeOf(rest.patch(url('noor'), until(29)))).toBe(50035)
  expect(await codeOf(rest.patch(url('sofie'), until(1)))).toBe(50013)
  expect(await codeOf(rest.patch(url('ada'), until(1)))).toBe(50013)
  await rest.patch(url('noor'), until(28))
  expect((await refusedTo(() => stage.world.member('noor').says('#algemeen', 'hallo'))).code).toBe(50013)
  clock.advance(28 * day + 1)
  await stage.world.member('noor').says('#algemeen', 'daar ben ik weer')
  expect(stage.spec.violations()).toEqual([])
})

it('kicking, banning and lifting a ban need their powers, and stop at who stands higher', async () => {
  await using stage = await setStage({ seedGuild: house('KickMembers', 'BanMembers') })
  const guild = await guildOf(stage)
  const { world } = stage
  const [noor, ayoub] = [world.member('noor'), world.member('ayoub')]
  const bans = collect<string>((push) => guild.client.on('guildBanAdd', (ban) => push(ban.user.id)))
  expect(await codeOf(guild.members.kick(world.member('sofie').id))).toBe(50013)
  expect(await codeOf(guild.members.unban(noor.id))).toBe(10026)
  const said = await ayoub.says('#algemeen', 'weg hiermee')
  await guild.members.kick(noor.id, 'rust')
  await guild.members.ban(ayoub.id, { deleteMessageSeconds: 60, reason: 'één reden' })
  expect(said.deleted).toBe(true)
  expect(world.memberNames()).not.toContain('noor')
  expect((await guild.bans.fetch(ayoub.id)).reason).toBe('één reden')
  expect((await guild.bans.fetch()).size).toBe(1)
  expect((await refusedTo(() => world.joins('ayoub'))).code).toBe(40007)
  await guild.members.unban(ayoub.id)
  world.joins('ayoub')
  expect(world.memberNames()).toContain('ayoub')
  await world.until(() => bans.length === 1)
  expect(stage.spec.violations()).toEqual([])
})

it('a role is given, changed and removed only from above, and grants only what one has oneself', async () => {
  await using stage = await setStage({ seedGuild: house('ManageRoles') })
  const guild = await guildOf(stage)
  const { world } = stage
  const mine = await guild.roles.create({ name: 'stamgast', permissions: ['ViewChannel'] })
  await guild.members.addRole({ user: world.member('noor').id, role: mine.id, reason: 'trouw' })
  expect(await codeOf(guild.roles.create({ permissions: ['BanMembers'] }))).toBe(50013)
  const own = guild.roles.cache.find((role) => role.tags?.botId === stage.discord.botId)
  expect(await codeOf(guild.roles.edit(own?.id ?? '', { name: 'x' }))).toBe(50013)
  const noor = world.member('noor').id
  expect(await codeOf(guild.members.addRole({ user: noor, role: own?.id ?? '' }))).toBe(50028)
  expect(await codeOf(guild.members.addRole({ user: noor, role: '1' }))).toBe(10011)
  await guild.roles.delete(mine.id)
  const member = await guild.members.fetch({ user: noor, force: true })
  expect(member.roles.cache.has(mine.id)).toBe(false)
  expect(stage.spec.violations()).toEqual([])
})

it('a channel is made, closed to somebody, slowed and removed, and people feel it at once', async () => {
  const powers = ['ManageChannels', 'ManageRoles', 'AttachFiles'] as const
  await using stage = await setStage({ seedGuild: house(...powers) })
  const guild = await guildOf(stage)
  const { world } = stage
  const channel = await guild.channels.create({ name: 'Stille Hoek', topic: 'rust' })
  expect(channel.name).toBe('stille-hoek')
  const { noor, sofie } = { noor: world.member('noor'), sofie: world.member('sofie') }
  await guild.members.fetch(noor.id)
  await channel.permissionOverwrites.create(noor.id, { SendMessages: false }, { reason: 'even niet' })
  expect((await refusedTo(() => noor.says('#stille-hoek', 'x'))).code).toBe(50013)
  await channel.permissionOverwrites.delete(noor.id)
  expect(await codeOf(channel.permissionOverwrites.delete(noor.id))).toBe(10009)
  await noor.says('#stille-hoek', 'nu wel')
  // What the bot does not have itself it cannot give.
  expect(await codeOf(channel.permissionOverwrites.create(noor.id, { BanMembers: true }))).toBe(50013)
  await channel.edit({ rateLimitPerUser: 30 })
  await noor.says('#stille-hoek', 'een')
  const slowed = await refusedTo(() => noor.says('#stille-hoek', 'twee'))
  expect([slowed.code, Math.ceil(slowed.retryAfter ?? 0)]).toEqual([20016, 30])
  await sofie.says('#stille-hoek', 'ik mag')
  await sofie.says('#stille-hoek', 'ook twee keer')
  await channel.send('een bot wordt niet vertraagd')
  await channel.send('nooit')
  await channel.delete()
  expect(world.channelNames()).not.toContain('stille-hoek')
  const bare = { name: 'x', topic: 't'.repeat(1025), rate_limit_per_user: 21_601 }
  expect(await codeOf(guild.client.rest.post(Routes.guildChannels(guild.id), { body: bare }))).toBe(50035)
  expect(stage.spec.violations()).toEqual([])
})

it('the audit log tells who did what, to whom and why, and is read by who may see it', async () => {
  const clock = manualClock(start)
  await using stage = await setStage({
    clock,
    seedGuild: house('ViewAuditLog', 'ManageMessages', 'KickMembers'),
  })
  const guild = await guildOf(stage)
  const { world, discord } = stage
  const told = collect<AuditLogEvent>((push) =>
    guild.client.on('guildAuditLogEntryCreate', (entry) => push(entry.action)),
  )
  const said = await world.member('noor').says('#algemeen', 'weg')
  const channel = world.channel('algemeen').id
  await guild.client.rest.delete(Routes.channelMessage(channel, said.id), { reason: 'privé & zacht' })
  const own = await world.member('ayoub').says('#algemeen', 'van mij')
  await world.member('ayoub').deletes(own)
  world.admin().timesOut('noor', new Date(start.getTime() + day), 'afkoelen')
  world.admin().givesRole('ayoub', 'begeleiding')
  await guild.members.kick(world.member('noor').id)
  const log = await guild.fetchAuditLogs({ limit: 10 })
  expect(log.entries.map((one) => one.action)).toEqual([
    AuditLogEvent.MemberKick,
    AuditLogEvent.MemberRoleUpdate,
    AuditLogEvent.MemberUpdate,
    AuditLogEvent.MessageDelete,
  ])
  const removed = log.entries.find((one) => one.action === AuditLogEvent.MessageDelete)
  expect([removed?.reason, removed?.executorId]).toEqual(['privé & zacht', discord.botId])
  const byOwner = await guild.fetchAuditLogs({
    user: world.member('sofie').id,
    type: AuditLogEvent.MemberUpdate,
  })
  expect(byOwner.entries.map((one) => one.reason)).toEqual(['afkoelen'])
  const oldest = (await guild.client.rest.get(`/guilds/${guild.id}/audit-logs?after=0&limit=1`)) as {
    audit_log_entries: { action_type: number }[]
  }
  expect(oldest.audit_log_entries.map((one) => one.action_type)).toEqual([AuditLogEvent.MessageDelete])
  await world.until(() => told.length === 4)
  clock.advance(46 * day)
  expect((await guild.fetchAuditLogs()).entries.size).toBe(0)
  const long = { reason: 'x'.repeat(513) }
  const again = await world.member('ayoub').says('#algemeen', 'nog')
  expect(await codeOf(guild.client.rest.delete(Routes.channelMessage(channel, again.id), long))).toBe(50035)
  expect(stage.spec.violations()).toEqual([])
})

it('without VIEW_AUDIT_LOG a bot neither reads the log nor hears of it', async () => {
  await using stage = await setStage({ seedGuild: house() })
  const guild = await guildOf(stage)
  const told = collect((push) => guild.client.on('guildAuditLogEntryCreate', push))
  stage.world.admin().kicks('noor')
  expect(await codeOf(guild.fetchAuditLogs())).toBe(50013)
  expect(stage.world.auditLog().map((one) => one.action)).toEqual([AuditLogEvent.MemberKick])
  expect(told).toEqual([])
})

/** The codes with which each of these is refused. */
const codes = async (...acts: (() => unknown)[]) => {
  const all = []
  for (const act of acts) all.push((await refusedTo(act)).code)
  return all
}

it('people with power are refused as Discord would, and who has none can do nothing', async () => {
  await using stage = await setStage({ seedGuild: house() })
  const { world } = stage
  const [owner, admin, noor] = [world.admin(), world.admin('ada'), world.admin('noor')]
  expect(
    await codes(
      () => noor.kicks('ayoub'),
      () => noor.createsChannel('x'),
      () => admin.kicks('sofie'),
      () => admin.timesOut('ada', new Date(Date.now() + day)),
      () => owner.timesOut('ayoub', new Date(Date.now() + 29 * day)),
      () => owner.unbans('ayoub'),
      () => owner.clears('algemeen', { member: 'noor' }),
    ),
  ).toEqual([50013, 50013, 50013, 50013, 50035, 10026, 10009])
  world.member('noor').leaves()
  expect(world.memberNames()).not.toContain('noor')
})

it('what people set for a command in Discord itself goes before what the command asks for', async () => {
  await using stage = await setStage({ seedGuild: house() })
  const client = await stage.connect()
  const { world, discord } = stage
  client.on('interactionCreate', (asked) => {
    if (asked.isChatInputCommand()) void asked.reply('ja')
  })
  const only = PermissionFlagsBits.ManageMessages
  await client.application.commands.set([{ name: 'rij', description: 'x', defaultMemberPermissions: only }])
  const may = async (name: string, channel = 'algemeen') => {
    try {
      await world.member(name).runs('/rij', {}, { channel })
      return true
    } catch {
      return false
    }
  }
  const admin = world.admin()
  expect([await may('noor'), await may('sam')]).toEqual([false, true])
  admin.setsCommand('rij', [
    { for: { member: 'noor' }, allowed: true },
    { for: { role: 'begeleiding' }, allowed: false },
    { for: { channel: 'gaming' }, allowed: false },
  ])
  expect([await may('noor'), await may('sam'), await may('noor', 'gaming')]).toEqual([true, false, false])
  // An administrator may all.
  expect(await may('ada', 'gaming')).toBe(true)
  const id = client.application.commands.cache.first()?.id ?? ''
  const read = await client.application.commands.permissions.fetch({ guild: discord.guildId, command: id })
  expect(read.map((one) => one.permission)).toEqual([true, false, false])
  admin.setsCommand('rij', [])
  expect([await may('noor'), await may('sam')]).toEqual([false, true])
  const gone = client.application.commands.permissions.fetch({ guild: discord.guildId, command: id })
  expect(await codeOf(gone)).toBe(10066)
  expect(stage.spec.violations()).toEqual([])
})
