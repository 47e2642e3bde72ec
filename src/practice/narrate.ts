import type { PracticeHouse } from './house.ts'

/**
 * Tells what happens in every channel of the house, as it happens: a line where, then what was said.
 *
 * @returns a function that ends the telling
 */
export function narrate({ discord: { world } }: PracticeHouse, write: (line: string) => void): () => void {
  const told = new Map<string, number>()
  const tell = (): void => {
    for (const name of world.channelNames()) {
      const count = world.channel(name).messages().length
      const last = count - (told.get(name) ?? 0)
      told.set(name, count)
      if (last > 0) write(`#${name}\n${indent(world.transcript(name, { last }))}`)
    }
  }
  tell()
  return world.onChange(tell)
}

/** Sets text off from what stands around it. */
export const indent = (text: string): string => text.replaceAll(/^/gm, '  ')
