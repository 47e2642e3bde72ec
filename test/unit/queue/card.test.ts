import { describe, expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import { cardOf, closeFlag } from '../../support/storage/presses.ts'
import { cryForHelp, insult, raiseOf, reportOf, threat } from '../../support/storage/raises.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

describe('what people see', () => {
  test('the heaviest first, then the oldest; page by page; waiting ones unless asked', async () => {
    const house = await openTempHouse()
    const raised: string[] = []
    for (const [message, finding] of [
      ['1', insult],
      ['2', threat],
      ['3', insult],
      ['4', cryForHelp],
    ] as const) {
      raised.push((await house.flags.raise(raiseOf(finding, { message }))).flagId)
      house.clock.pass(1_000)
    }
    const [one, two, three, four] = raised
    const ids = async (query: Parameters<typeof house.flags.list>[1]) =>
      (await house.flags.list(HOUSE, query)).map(({ flagId }) => flagId)
    expect(await ids({ limit: 9 })).toEqual([two, four, one, three])
    expect(await ids({ limit: 2, offset: 1 })).toEqual([four, one])
    await closeFlag(house, four ?? '')
    expect(await ids({ limit: 9 })).toEqual([two, one, three])
    expect(await ids({ limit: 9, states: ['closed'] })).toEqual([four])
    expect(await house.flags.count(HOUSE)).toBe(3)
    expect(await house.flags.list(houseId('another'), { limit: 9 })).toEqual([])
  })

  test('a card holds codes and ids, no word that anybody wrote', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(
      reportOf('noor', { words: 'zebrapad one', note: 'zebrapad two' }),
    )
    const view = await cardOf(house, flagId)
    expect(JSON.stringify(view)).not.toContain('zebrapad')
    expect(JSON.stringify(view)).not.toContain('noor')
    expect(view).toMatchObject({ hasWords: true, reporters: 1, seenLate: false, version: 1 })
    expect(view.code).toMatch(/^[2-9A-HJ-NP-Z]{5}$/)
    expect(view.acts).toEqual({
      claim: true,
      pass: true,
      release: false,
      level: true,
      show: true,
      decide: ['no-problem', 'talked', 'referred', 'passed-on'],
      measures: [],
      confirm: false,
      refute: false,
      undo: false,
      called: false,
      quick: false,
      tell: false,
      print: false,
    })
    await closeFlag(house, flagId)
    expect((await cardOf(house, flagId)).acts).toEqual({
      claim: false,
      pass: false,
      release: false,
      level: false,
      show: true,
      decide: ['passed-on'],
      measures: [],
      confirm: false,
      refute: false,
      undo: true,
      called: false,
      quick: false,
      tell: false,
      print: false,
    })
  })

  test('a card that somebody saw in an old state is asked for again', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    await house.flags.redraw(HOUSE, flagId)
    expect(await house.outbox.target(HOUSE, `card:${flagId}`)).toMatchObject({ desiredVersion: 2 })
  })

  test('a row that a newer version wrote is told, not guessed', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    await house.db.flag.update({ where: { id: flagId }, data: { state: 'frozen' } })
    await expect(house.flags.card(HOUSE, flagId)).rejects.toMatchObject({ code: 'unreadable-row' })
  })
})
