import { expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import { CATEGORIES, type Level, LEVELS } from '../../../src/screening/kinds.ts'
import { addCount } from '../../../src/statistics/counts.ts'
import { figuresOf } from '../../../src/statistics/figures.ts'
import { readFigures } from '../../../src/statistics/read-figures.ts'
import type { Db } from '../../../src/storage/db.ts'
import { TEAM_HOURS } from '../../support/duty-world.ts'
import { HOUSE, openTempHouse, type TempHouse } from '../../support/storage/temp-storage.ts'

const OTHER = houseId('900000000000000777')
const NOVEMBER = { from: '2026-11-01', until: '2026-11-30' }
const TARGETS: Readonly<Record<Level, number>> = { groen: 240, geel: 120, rood: 30, acuut: 5 }

interface Row {
  readonly at: string
  readonly house?: string
  readonly category?: string
  readonly level?: string
  readonly outcome?: string | null
  readonly firstSeconds?: number | null
  readonly drill?: boolean
  readonly ruleIds?: readonly string[]
}

/** Flags with their rounds and findings, as the bot writes them. */
const fill = async ({ db }: TempHouse, rows: readonly Row[]): Promise<void> => {
  const said = rows.map((row, index) => ({
    category: 'harassment',
    level: 'geel',
    outcome: 'talked' as string | null,
    firstSeconds: 60 as number | null,
    ruleIds: [] as readonly string[],
    house: HOUSE as string,
    drill: false,
    ...row,
    id: `${row.house ?? HOUSE}-${index}`,
    createdAt: new Date(row.at),
  }))
  await db.flag.createMany({
    data: said.map(({ id, house, category, level, drill, createdAt }) => ({
      id,
      houseId: house,
      subjectKey: id,
      channelId: '1',
      source: 'screening',
      kind: 'harm',
      category,
      level,
      rank: 1,
      state: 'closed',
      policyVersion: 'v',
      queueChannelId: '1',
      createdAt,
      changedAt: createdAt,
      deleteAfter: createdAt,
      drill,
    })),
  })
  const real = said.filter(({ drill }) => !drill)
  await db.flagRound.createMany({
    data: real.map(({ id, house, category, level, createdAt, outcome, firstSeconds }) => ({
      id: `round-${id}`,
      houseId: house,
      flagId: id,
      category,
      level,
      startedAt: createdAt,
      clockFrom: createdAt,
      firstSeconds,
      firstOpenSeconds: firstSeconds,
      overdue: firstSeconds === null ? null : firstSeconds > 600,
      closedAt: outcome === null ? null : createdAt,
      closedSeconds: outcome === null ? null : 600,
      closedOpenSeconds: outcome === null ? null : 300,
      outcome,
    })),
  })
  await db.finding.createMany({
    data: said.flatMap(({ id, house, ruleIds, createdAt }) =>
      ruleIds.map((ruleId, start) => ({
        id: `${id}-${start}`,
        houseId: house,
        flagId: id,
        ruleId,
        category: 'harassment',
        kind: 'harm',
        level: 'geel',
        start,
        end: start + 1,
        policyVersion: 'v',
        createdAt,
      })),
    ),
  })
}

const times = (count: number, row: Row): readonly Row[] => Array.from({ length: count }, () => row)
const deps = ({ clock }: TempHouse, db: Db) => ({
  db,
  now: clock.now,
  hours: () => TEAM_HOURS,
  targetMinutes: () => TARGETS,
})

test('a period holds what began in it, of this house alone, and no drill', async () => {
  const temp = await openTempHouse()
  temp.clock.set('2026-11-30T12:00:00Z')
  await fill(temp, [
    ...times(7, { at: '2026-11-10T12:00:00Z', ruleIds: ['scheld', 'scheld', 'pest'] }),
    ...times(5, { at: '2026-11-10T12:00:00Z', outcome: 'no-problem', ruleIds: ['scheld'] }),
    ...times(6, {
      at: '2026-11-11T12:00:00Z',
      category: 'spam',
      level: 'groen',
      outcome: null,
      firstSeconds: null,
    }),
    // The last minute of October, the first of November and the first of December in Brussels.
    { at: '2026-10-31T22:59:00Z', category: 'hate' },
    ...times(5, { at: '2026-10-31T23:01:00Z', category: 'drugs' }),
    { at: '2026-11-30T23:00:00Z', category: 'hate' },
    ...times(40, { at: '2026-11-10T12:00:00Z', drill: true, category: 'grooming', ruleIds: ['scheld'] }),
  ])
  await fill(
    temp,
    times(9, { at: '2026-11-10T12:00:00Z', house: OTHER, category: 'sexual', ruleIds: ['scheld'] }),
  )
  const counted = await readFigures(deps(temp, temp.db), HOUSE, NOVEMBER)
  const count = (category: string): number =>
    counted.flags.filter((one) => one.category === category).reduce((sum, one) => sum + one.count, 0)
  expect(CATEGORIES.map(count)).toEqual([0, 0, 12, 0, 0, 0, 0, 0, 5, 6])
  expect(counted.rules.toSorted((a, b) => a.ruleId.localeCompare(b.ruleId))).toEqual([
    { ruleId: 'pest', alarms: 0, all: 7 },
    { ruleId: 'scheld', alarms: 5, all: 12 },
  ])
  expect(counted.waiting).toBe(6)
  expect(counted.seconds.first.all).toEqual([{ level: 'geel', value: 60, times: 17 }])
  expect(counted.seconds.closing.open).toEqual([{ level: 'geel', value: 300, times: 17 }])
  const shown = figuresOf(counted)
  expect(shown.outcomes).toEqual({
    list: [
      { outcome: 'talked', count: 12 },
      { outcome: 'no-problem', count: 5 },
    ],
    total: 17,
  })
  expect(shown.first[0]).toMatchObject({ level: 'all', all: { median: 60, p95: undefined } })
})

test('daily counts of the days alone; the referrals by line, talks and the notice come from them', async () => {
  const temp = await openTempHouse()
  temp.clock.set('2026-11-30T12:00:00Z')
  const add = (
    name: Parameters<typeof addCount>[2],
    by: number,
    at = '2026-11-10T12:00:00Z',
    house = HOUSE,
  ) => addCount(temp.db, house, name, new Date(at), by)
  await add('praat', 30)
  await add('praat:jac', 12)
  await add('praat:awel', 8)
  await add('praat:jac', 100, '2026-10-10T12:00:00Z')
  await add('praat:jac', 100, '2026-11-10T12:00:00Z', OTHER)
  await add('talk', 14)
  await add('talk:came', 12)
  await add('notice:first', 25)
  const { referrals, talks, notice } = figuresOf(await readFigures(deps(temp, temp.db), HOUSE, NOVEMBER))
  expect(referrals).toEqual({
    list: [
      { lineId: 'jac', count: 12 },
      { lineId: 'awel', count: 8 },
    ],
    total: 20,
  })
  // Twelve of fourteen would say that nobody came for two.
  expect(talks).toEqual({ asked: 14, came: 'hidden' })
  expect(notice).toEqual({ first: 25, newer: 0 })
})

test('as many questions to the database for a thousand flags as for one, and none without an index', async () => {
  const temp = await openTempHouse()
  temp.clock.set('2026-11-30T12:00:00Z')
  let asked = 0
  const db = temp.db.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        asked += 1
        return query(args)
      },
    },
  }) as unknown as Db
  const read = async (): Promise<number> => {
    asked = 0
    await readFigures(deps(temp, db), HOUSE, NOVEMBER)
    return asked
  }
  await fill(temp, [{ at: '2026-11-01T12:00:00Z', ruleIds: ['a'], outcome: null, firstSeconds: null }])
  const one = await read()
  await temp.db.flag.deleteMany()
  await temp.db.flagRound.deleteMany()
  await fill(
    temp,
    LEVELS.flatMap((level, at) =>
      Array.from({ length: 250 }, (_, index) => ({
        at: `2026-11-${String(1 + (index % 28)).padStart(2, '0')}T12:00:00Z`,
        level,
        firstSeconds: index % 9 === 0 ? null : index * at,
        outcome: index % 9 === 0 ? null : 'talked',
        ruleIds: [`rule-${index % 40}`],
      })),
    ),
  )
  expect(await read()).toBe(one)
  const plans = await Promise.all(
    [
      `SELECT * FROM "Flag" WHERE "houseId" = 'h' AND "createdAt" >= 'a' AND "createdAt" < 'b'`,
      `SELECT * FROM "FlagRound" WHERE "houseId" = 'h' AND "startedAt" >= 'a' AND "startedAt" < 'b'`,
      `SELECT * FROM "FlagRound" r JOIN "Finding" f ON f."flagId" = r."flagId" WHERE r."houseId" = 'h' AND r."closedAt" >= 'a'`,
      `SELECT * FROM "AuditLine" WHERE "houseId" = 'h' AND "at" >= 'a' AND "at" < 'b'`,
      `SELECT * FROM "DailyCount" WHERE "houseId" = 'h' AND "day" >= 'a'`,
    ].map((sql) =>
      temp.db.$queryRawUnsafe<readonly { readonly detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`),
    ),
  )
  const whole = plans.flat().filter(({ detail }) => detail.startsWith('SCAN'))
  expect(whole).toEqual([])
})
