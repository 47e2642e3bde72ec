import type { HouseId } from '../house/id.ts'
import type { FlagsDeps } from '../queue/deps.ts'
import { type OwnData, readOwnData } from './own-data.ts'
import { eraseOwnData } from './own-data-erase.ts'

export type { OwnData } from './own-data.ts'

/** A person's own data. */
export interface OwnDataOf {
  read(house: HouseId, userId: string): Promise<OwnData>
  /** @returns how many things were forgotten */
  erase(house: HouseId, userId: string): Promise<number>
}

export const createOwnDataOf = ({
  db,
  seal,
  outbox,
  now,
}: Pick<FlagsDeps, 'db' | 'seal' | 'outbox' | 'now'>): OwnDataOf => ({
  read: (house, userId) => readOwnData({ db, seal, now }, house, userId),
  erase: (house, userId) => eraseOwnData({ db, outbox, now }, house, userId),
})
