import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hurriedPolicies } from '../chaos/policies.ts'

const changed = async (file: string, from: string, to: string): Promise<void> => {
  const before = await readFile(file, 'utf8')
  if (!before.includes(from)) throw new Error(`${file} does not hold: ${from}`)
  await writeFile(
    file,
    before.replace(from, () => to),
  )
}

/** The agreements of a house that is always open and holds insults. */
export async function holdingPolicies(from: string, to: string): Promise<string> {
  await hurriedPolicies(from, to)
  await changed(join(to, 'rules', 'harassment.yaml'), 'may: [flag, remind]', 'may: [flag, remind, hold]')
  return to
}

/** Writes into agreements who the integrity contact is on Discord. */
export const nameContact = (folder: string, discordId: string): Promise<void> => {
  const address = 'contact: integriteit@praktijkhuis.example'
  return changed(join(folder, 'house.yaml'), address, `${address}\n    discordId: "${discordId}"`)
}
