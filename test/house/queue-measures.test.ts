import { AuditLogEvent } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import type { TestHouse } from '../support/house.ts'
import { acts, CRY, flagOf, flagged, INSULT, makeSafe, THREAT, withPowers } from '../support/queue.ts'

const powers = { seed: withPowers }
/** What the bot asked Discord to do to a member. */
const asked = (house: TestHouse): string[] =>
  house.requests
    .filter(({ method, path }) => method !== 'GET' && /\/guilds\/\d+\/(members|bans)\//.test(path))
    .map(({ method, path }) => `${method} ${/(members|bans)/.exec(path)?.[0] ?? ''}`)

test('a pause is an hour unless somebody chooses otherwise, is done at once by one person, and says why in the audit log', async () => {
  const { house, card, fatima } = await flagged(INSULT, 'milan', powers)
  const done = await makeSafe(house, 'fatima', 'pause-60')
  expect(done.message?.content).toContain('de bot doet het nu')
  const milan = house.world.member('milan')
  await expect(milan.says('#algemeen', 'ik mag niets zeggen')).rejects.toThrow(/./)
  expect(asked(house)).toEqual(['PATCH members'])
  expect(card.words).toMatch(/Pauze tot .*: gedaan/)
  expect(card.words).toContain(`<@${fatima.id}> deed dit alleen`)
  const flag = await flagOf(house)
  expect((flag.measureUntil?.getTime() ?? 0) - (flag.measureAt?.getTime() ?? 0)).toBe(60 * 60_000)
  const { api, token, guildId } = house.discord
  house.world.admin().changesRole('@bot', { permissions: ['ViewAuditLog'] })
  const log = await fetch(`${api}/v10/guilds/${guildId}/audit-logs?limit=50`, {
    headers: { authorization: `Bot ${token}` },
  })
  const entries = (
    (await log.json()) as { audit_log_entries: { reason?: string; action_type: AuditLogEvent }[] }
  ).audit_log_entries
  const own = entries.filter(({ action_type }) => action_type === AuditLogEvent.MemberUpdate)
  expect(own.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^huisbot flag [2-9A-Z]{5}$/)])
  expect(await acts(house)).toEqual(['raised', 'closed', 'measured'])
})

test('a second person confirms; the first cannot', async () => {
  const { house, card, fatima, jonas } = await flagged(THREAT, 'milan', powers)
  await makeSafe(house, 'fatima', 'kick')
  expect(house.world.memberNames()).not.toContain('milan')
  await house.pass(2)
  const own = await fatima.presses(card, 'Bevestig')
  expect(own.message?.content).toContain('Een tweede persoon moet het bevestigen')
  await jonas.presses(card, 'Bevestig')
  expect(card.words).not.toContain('deed dit alleen')
  expect((await flagOf(house)).firstById).toBeNull()
})

test('a second person turns it back: the pause ends, the flag is open again and theirs', async () => {
  const { house, card, jonas } = await flagged(THREAT, 'milan', powers)
  await makeSafe(house, 'fatima', 'pause-1440')
  await house.pass(2)
  await jonas.presses(card, 'Draai terug')
  await house.settled()
  await house.world.member('milan').says('#muziek', 'dankjewel')
  expect(card.words).toContain('teruggedraaid')
  expect(card.words).toContain(`Opgenomen door <@${jonas.id}>`)
  expect(await acts(house)).toEqual(['raised', 'closed', 'measured', 'undone', 'measured'])
})

test('a ban with danger happens at once; undone within the minute it is lifted', async () => {
  const { house, card, fatima } = await flagged(THREAT, 'milan', powers)
  await makeSafe(house, 'fatima', 'ban-danger')
  expect(asked(house)).toEqual(['PUT bans'])
  expect(card.words).toContain('Reden: Iemand is in gevaar')
  await fatima.presses(card, 'Maak ongedaan')
  await house.settled()
  expect(asked(house)).toEqual(['PUT bans', 'DELETE bans'])
  expect(card.words).toContain('Ban van de server: teruggedraaid')
})

test('a ban without danger does nothing until a second person confirms it', async () => {
  const { house, card, fatima, jonas } = await flagged(THREAT, 'milan', powers)
  const proposed = await makeSafe(house, 'fatima', 'ban')
  expect(proposed.message?.content).toContain('Er gebeurt niets tot een tweede persoon het bevestigt')
  expect(asked(house)).toEqual([])
  expect(card.words).toContain('Ban van de server: voorgesteld, nog niet gedaan')
  expect((await fatima.presses(card, 'Bevestig')).message?.content).toContain('Een tweede persoon')
  expect(asked(house)).toEqual([])
  await jonas.presses(card, 'Bevestig')
  await house.settled()
  expect(asked(house)).toEqual(['PUT bans'])
  expect(card.words).toContain('Ban van de server: gedaan')
  // Two looked beforehand: nobody has to look afterwards.
  expect((await flagOf(house)).firstById).toBeNull()
})

test('a proposed ban falls when a colleague takes the flag, and when it becomes a worry', async () => {
  const { house, card, jonas } = await flagged(THREAT, 'milan', powers)
  await makeSafe(house, 'fatima', 'ban')
  await jonas.presses(card, 'Neem op')
  expect(await flagOf(house)).toMatchObject({ measure: null, measureState: null, state: 'claimed' })
  await house.settled()
  await makeSafe(house, 'jonas', 'ban')
  expect((await flagOf(house)).measureState).toBe('proposed')
  const form = await house.world
    .member('lotte')
    .reports(house.world.channel('#algemeen').messages()[0] ?? card)
  await house.world.member('lotte').submits(form, { reason: 'worried', words: '' })
  await house.settled()
  expect(await flagOf(house)).toMatchObject({ kind: 'worry', measure: null, state: 'claimed' })
  expect(asked(house)).toEqual([])
})

test('nothing is ever done to somebody whom others worry about: no button, no choice, and the core refuses', async () => {
  const { house, card, fatima } = await flagged(CRY, 'lotte', powers)
  expect(JSON.stringify(card.components)).not.toContain('Maak veilig')
  const options = await fatima.presses(card, 'Beslis')
  expect(JSON.stringify(options.message?.components)).not.toMatch(/made-safe|removed|reminded/)
  const flag = await flagOf(house)
  for (const measure of ['pause', 'kick', 'ban'] as const) {
    for (const danger of [true, false]) {
      const result = await house.bot().desk.flags.act({
        house: houseId(flag.houseId),
        flagId: flag.id,
        actorId: fatima.id,
        act: { type: 'measure', measure, danger },
      })
      expect(result).toMatchObject({ ok: false, refusal: 'outcome-not-allowed' })
    }
  }
  await house.settled()
  expect(asked(house)).toEqual([])
})

test('without the power on Discord the bot says so before it is decided, and a person notes what was done by hand', async () => {
  const { house, card } = await flagged(THREAT)
  const refused = await makeSafe(house, 'fatima', 'pause-60')
  expect(refused.message?.content).toContain('De bot mag dit niet op Discord')
  expect((await flagOf(house)).state).toBe('open')
  const noted = await makeSafe(house, 'fatima', 'self')
  expect(noted.message?.content).toContain('Genoteerd: Veilig gemaakt.')
  expect(card.words).toContain('deed dit alleen')
  expect(asked(house)).toEqual([])
})

test('a power that is taken away after the decision: the card says that a person must do it', async () => {
  const { house, card, fatima } = await flagged(THREAT, 'milan', powers)
  const menu = await fatima.presses(card, 'Maak veilig')
  const sure = await fatima.chooses(menu, 'Kies een maatregel', 'ban-danger')
  const flag = await flagOf(house)
  house.world
    .admin()
    .changesRole('@bot', { permissions: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory'] })
  const result = await house.bot().desk.flags.act({
    house: houseId(flag.houseId),
    flagId: flag.id,
    actorId: fatima.id,
    act: { type: 'measure', measure: 'ban', danger: true },
  })
  expect(result.ok).toBe(true)
  expect(sure.kind).toBe('updated')
  await house.settled()
  expect(card.words).toContain('dit mocht de bot niet van Discord. Doe het zelf.')
})

test('the bot dies between the act and the note, and does it again: it is done once', async () => {
  const { house } = await flagged(THREAT, 'milan', powers)
  const flag = await flagOf(house)
  const { desk } = house.bot()
  await makeSafe(house, 'fatima', 'kick')
  expect(house.world.memberNames()).not.toContain('milan')
  // As if the note of it had been lost: the row still wants it, and Discord knows the person no more.
  const again = async (): Promise<void> => {
    await desk.db.flag.update({ where: { id: flag.id }, data: { measureState: 'wanted' } })
    await desk.outbox.want(desk.db, {
      house: houseId(flag.houseId),
      targetKey: `measure:${flag.id}`,
      kind: 'measure',
      channelId: flag.queueChannelId,
      desired: { flagId: flag.id },
    })
    await house.settled()
  }
  await again()
  expect((await flagOf(house)).measureState).toBe('done')
  expect(asked(house)).toEqual(['DELETE members'])
})

test('a kick whose end nobody heard is not repeated for somebody who came back after the decision', async () => {
  const { house } = await flagged(THREAT, 'milan', powers)
  const flag = await flagOf(house)
  const { desk } = house.bot()
  // Everybody of this house joined in 2024.
  const decided = new Date('2023-12-01T12:00:00Z')
  await desk.db.flag.update({
    where: { id: flag.id },
    data: { measure: 'kick', measureState: 'wanted', measureAt: decided },
  })
  await desk.outbox.want(desk.db, {
    house: houseId(flag.houseId),
    targetKey: `measure:${flag.id}`,
    kind: 'measure',
    channelId: flag.queueChannelId,
    desired: { flagId: flag.id },
  })
  await house.settled()
  expect(asked(house)).toEqual([])
  expect(house.world.memberNames()).toContain('milan')
})
