import { useState } from 'preact/hooks'
import { useStore } from '../slots.ts'
import { ChoiceBox } from './choice-box.tsx'
import { entitiesIn, type Pick, wantedBy } from './entities.ts'
import { presetOf } from './form-values.ts'
import type { SelectPart } from './parts.ts'
import { texts } from './texts.ts'

interface Props {
  readonly part: SelectPart
  readonly waits: boolean
  readonly blocked: boolean
  readonly onChoose: (values: readonly string[]) => void
}

/** What a select offers: its own options, or the people, roles and channels of the house that this person sees. */
export function usePicks(part: SelectPart): readonly Pick[] {
  const house = useStore().house.value
  if (part.type === 3) return part.options
  return house === undefined ? [] : entitiesIn(house, wantedBy(part.type, part.channel_types))
}

/**
 * A menu of choices in a message. What was chosen stays in it until the bot draws it anew, and the same can be chosen
 * again: where the bot opened a form that was closed, that is the way back to it.
 */
export function BotSelect({ part, waits, blocked, onChoose }: Props) {
  const picks = usePicks(part)
  const drawn = JSON.stringify(part)
  const [mine, setMine] = useState<{ readonly drawn: string; readonly values: readonly string[] }>()
  const preset = presetOf(part) as readonly string[]
  const label = part.placeholder ?? texts.choose
  return (
    <ChoiceBox
      label={label}
      placeholder={label}
      picks={picks}
      chosen={mine?.drawn === drawn ? mine.values : preset}
      least={part.min_values ?? 1}
      most={part.max_values ?? 1}
      search={part.type !== 3}
      disabled={part.disabled === true}
      busy={waits || blocked}
      tells="at the end"
      onChange={(values) => {
        setMine({ drawn, values })
        onChoose(values)
      }}
    />
  )
}
