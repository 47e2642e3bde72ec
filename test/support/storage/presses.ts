import { expect } from 'vitest'
import type { CardView, FlagAct, FlagResult } from '../../../src/queue/flags.ts'
import { HOUSE, type TempHouse } from './temp-storage.ts'

export const CLAIM: FlagAct = { type: 'claim' }
export const TALKED: FlagAct = { type: 'decide', outcome: 'talked' }

/** A person presses something on a card. */
export const act = (
  house: TempHouse,
  flagId: string,
  actorId: string,
  what: FlagAct,
  seenVersion?: number,
): Promise<FlagResult> =>
  house.flags.act({
    house: HOUSE,
    flagId,
    actorId,
    act: what,
    ...(seenVersion === undefined ? {} : { seenVersion }),
  })

export const closeFlag = async (house: TempHouse, flagId: string): Promise<void> => {
  expect(await act(house, flagId, 'amira', TALKED)).toMatchObject({ ok: true, flag: { state: 'closed' } })
}

export const cardOf = async (house: TempHouse, flagId: string): Promise<CardView> => {
  const view = await house.flags.card(HOUSE, flagId)
  if (view === undefined) throw new Error('no such flag')
  return view
}
