import { describe, expect, test } from 'vitest'
import { act, CLAIM, TALKED } from '../../support/storage/presses.ts'
import { cryForHelp, raiseOf, reportOf } from '../../support/storage/raises.ts'
import { openTempHouse, type TempHouse } from '../../support/storage/temp-storage.ts'

const offers = (house: TempHouse) => house.db.timer.findMany({ where: { firedAt: null, kind: 'offer' } })

describe('the general line', () => {
  const dueAt = new Date('2026-03-02T18:15:00Z')

  test('is offered when nobody took the flag in time', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(cryForHelp, { offer: { dueAt } }))
    expect(await offers(house)).toMatchObject([{ key: `offer:${flagId}`, kind: 'offer', dueAt }])
    house.clock.set(dueAt)
    const fired: unknown[] = []
    await house.timers.fireDue(house.clock.now(), (_tx, { payload }) =>
      Promise.resolve(void fired.push(payload)),
    )
    expect(fired).toEqual([{ flagId, channelId: '500' }])
    // A second report does not offer it a second time.
    await house.flags.raise(reportOf('noor', { offer: { dueAt: new Date('2026-03-02T19:00:00Z') } }))
    expect(await offers(house)).toEqual([])
  })

  test.each([CLAIM, TALKED, { type: 'decide', outcome: 'no-problem' } as const])(
    'is not offered any more once somebody looks: %o',
    async (what) => {
      const house = await openTempHouse()
      const { flagId } = await house.flags.raise(raiseOf(cryForHelp, { offer: { dueAt } }))
      await act(house, flagId, 'amira', what)
      expect(await offers(house)).toEqual([])
      await house.flags.raise(reportOf('noor', { offer: { dueAt } }))
      expect(await offers(house)).toHaveLength(what === TALKED ? 1 : 0) // closed, so it opened again
    },
  )
})
