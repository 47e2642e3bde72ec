import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { WEEKDAYS } from '../../src/policy/schema.ts'

/**
 * The agreements of a house that is always open and in which everything falls due within the minute: a run then means
 * the same at any hour, and the timers that it is about fire while it lasts.
 */
export async function hurriedPolicies(from: string, to: string): Promise<string> {
  await cp(from, to, { recursive: true })
  const file = join(to, 'house.yaml')
  const house = parseDocument(await readFile(file, 'utf8'))
  for (const day of WEEKDAYS) house.setIn(['hours', 'week', day], ['00:00-12:00', '12:00-00:00'])
  house.setIn(['hours', 'holidays'], 'open')
  house.setIn(['hours', 'closed'], [])
  house.set('targetMinutes', { groen: 1, geel: 1, rood: 1, acuut: 1 })
  await writeFile(file, house.toString())
  return to
}
