import type { Part } from './parts.ts'
import type { Problem } from './problem.ts'
import type { ChannelsPolicy, HousePolicy } from './schema.ts'
import { problemAt } from './validate.ts'

/** What is wrong with who looks when, beyond its shape. */
export function crossDuty(
  { value, source }: Part<HousePolicy>,
  channels: ChannelsPolicy | undefined,
): readonly Problem[] {
  const problems: Problem[] = []
  const { backUp, responsible } = value.duty.ladder
  if (responsible <= backUp) {
    const message = `Eerst hoort de achterwacht het, dan de verantwoordelijke. Maak "responsible" groter dan ${backUp}.`
    problems.push(problemAt(source, ['duty', 'ladder', 'responsible'], message))
  }
  const { queue, closing = [] } = value.channels
  for (const [index, name] of closing.entries()) {
    const staff = channels !== undefined && Object.hasOwn(channels.channels, name)
    if (name !== queue && !(staff && channels.channels[name]?.staff === true)) continue
    const message = `"${name}" is een kanaal van het team. Kies een kanaal dat jongeren zien: daar zegt de bot dat jullie dicht zijn.`
    problems.push(problemAt(source, ['channels', 'closing', index], message))
  }
  return problems
}
