import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createRetention } from '../../../src/privacy/retention.ts'
import { openDutyWorld, TEAM_HOURS } from '../../support/duty-world.ts'
import { openTempHouse, type TempHouse } from '../../support/storage/temp-storage.ts'

const delegate = (name: string): string => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`

/** A Wednesday at 16 h 05 in Brussels, and somebody on duty. */
const openWorld = async () => {
  const temp = await openTempHouse()
  temp.clock.set('2026-10-21T14:05:00Z')
  const world = await openDutyWorld(temp)
  await world.duty.begin(world.house, 'worker-sam')
  return { ...world, temp }
}

/** Every row of every table, as text. */
const everything = async ({ db }: TempHouse): Promise<string> => {
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    "SELECT name FROM sqlite_master WHERE type = 'table'",
  )
  const rows: string[] = []
  for (const { name } of tables) {
    const found = await db.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${name}"`)
    rows.push(...found.map((row) => `${name} ${Object.values(row).map(String).join(' ')}`))
  }
  return rows.join('\n')
}

const ask = (house: Awaited<ReturnType<typeof openWorld>>['house'], askerId: string) =>
  ({ house, askerId, language: 'nl', parentChannelId: '650', queueChannelId: '700' }) as const

test('the end of a house stops everything on its last day, and nothing of anybody is left after its terms', async () => {
  const world = await openWorld()
  const { house, duty, flags, talks, raise, temp } = world
  const flagId = await raise('1', 'rood', {
    kind: 'harm',
    category: 'threat',
    words: 'zebrapad-geheim',
    authorId: 'young-milan',
  })
  await raise('2', 'geel', {
    kind: 'worry',
    category: 'distress',
    words: 'vuurtoren',
    authorId: 'young-yara',
  })
  await flags.act({ house, flagId, actorId: 'worker-sam', act: { type: 'claim' } })
  const { talk } = await talks.ask(ask(house, 'young-noor'))
  await talks.act(house, talk.id, { type: 'come', actorId: 'worker-sam' })
  await talks.threadStands(house, talk.id, '990')
  await duty.setHoliday(house, { from: '2026-10-24', until: '2026-10-24' }, 'worker-sam')
  await duty.offer(house, 'worker-sam', { channelId: '700', ending: false })
  await temp.db.integrityConsent.create({
    data: { houseId: house, userId: 'worker-samira', acceptedAt: temp.clock.now() },
  })
  await duty.setEnd(house, '2026-10-23', 'worker-mieke')
  expect(duty.hours.hasEnded(house, new Date('2026-10-23T21:59:00Z'))).toBe(false)
  expect(duty.hours.hasEnded(house, new Date('2026-10-23T22:00:00Z'))).toBe(true)

  await world.at('2026-10-23T22:00:30Z')
  expect(await temp.db.flag.count({ where: { houseId: house, state: { not: 'closed' } } })).toBe(0)
  expect((await talks.find(house, talk.id))?.state).toBe('closed')
  expect(await duty.begin(house, 'worker-sam')).toEqual({ did: 'closed', next: undefined })
  const retention = createRetention({ db: temp.db, seal: temp.seal, outbox: temp.outbox })
  const sweep = () => retention.sweep(temp.clock.now())
  const known = await everything(temp)
  expect(known).toContain('young-milan')

  // Two weeks later the words are gone; who it was, after the terms of the audit.
  await world.at('2026-11-23T00:00:00Z')
  await sweep()
  expect(await flags.words(house, flagId)).toBeUndefined()
  const gone = duty.goneBy(house, '2026-10-23')
  expect(gone).toBe('2027-10-25')
  await world.at(`${gone}T12:00:00Z`)
  await sweep()
  const left = await everything(temp)
  for (const trace of ['young-', 'worker-', 'zebrapad', 'vuurtoren', flagId, talk.id]) {
    expect(
      left.split('\n').filter((row) => row.includes(trace)),
      trace,
    ).toEqual([])
  }
  // What is left is that something was done, and when.
  expect(await temp.db.auditLine.count({ where: { houseId: house } })).toBeGreaterThan(5)
  expect(await temp.db.flag.count({ where: { houseId: house } })).toBe(0)
})

test('an end that is taken back in time changes nothing; afterwards it cannot be', async () => {
  const { house, duty, temp, ...world } = await openWorld()
  await duty.setEnd(house, '2026-10-23', 'worker-mieke')
  expect(await duty.liftEnd(house, 'worker-mieke')).toBe(true)
  await world.at('2026-10-30T15:05:00Z')
  expect(await temp.db.houseEnd.count()).toBe(0)
  expect(await duty.begin(house, 'worker-sam')).toMatchObject({ did: 'began' })
  await duty.setEnd(house, '2026-10-30', 'worker-mieke')
  await world.at('2026-10-30T23:00:01Z')
  expect(await duty.liftEnd(house, 'worker-mieke')).toBe(false)
})

test('a holiday closes the house over its policy: nobody is reminded, and a shift in it ends', async () => {
  const { house, duty, raise, pass, wishes, ...world } = await openWorld()
  await raise('1', 'rood')
  await duty.setHoliday(house, { from: '2026-10-21', until: '2026-10-22' }, 'worker-sam')
  expect(await duty.present(house)).toEqual([])
  await pass(120)
  expect(wishes('reminder')).toEqual([])
  expect(wishes('closing-line').map(({ desired }) => desired)).toEqual([
    { at: '2026-10-21T14:05:00.000Z', next: '2026-10-23T14:00:00.000Z' },
  ])
  const [holiday] = await duty.holidays(house)
  expect(await duty.liftHoliday(house, holiday?.id ?? '', 'worker-sam')).toBe(true)
  expect(await duty.liftHoliday(house, holiday?.id ?? '', 'worker-sam')).toBe(false)
  expect(duty.hours.of(house)).toEqual(TEAM_HOURS)
  await world.at('2026-10-22T14:05:00Z')
  expect(await duty.begin(house, 'worker-sam')).toMatchObject({ did: 'began' })
})

/** What stays: that a house was there and ended, its audit of nobody, its figures, and what keeps its notice true. */
const STAYS = new Set([
  'House',
  'HouseEnd',
  'HouseOpening',
  'HouseSettings',
  'AuditLine',
  'DailyCount',
  'Timer',
  'OutboxTarget',
])

test('no table of a house is forgotten when its terms are over, also one that is made later', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const models = [...schema.matchAll(/^model (\w+) \{([^}]*)\}/gm)]
    .filter(([, , fields]) => fields?.includes('houseId') === true)
    .map(([, name = '']) => name)
    .filter((name) => !STAYS.has(name))
  expect(models.length).toBeGreaterThan(20)
  const code = readFileSync('src/duty/house-end.ts', 'utf8')
  expect(models.filter((name) => !code.includes(`tx.${delegate(name)}.deleteMany(mine)`))).toEqual([])
})
