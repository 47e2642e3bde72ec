import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { useStore } from '../slots.ts'
import { useFloating } from './place.ts'
import { createProposals, type Proposal } from './proposals.ts'
import { texts } from './texts.ts'
import { useActive, useInSight } from './use-active.ts'

interface Props {
  readonly id: string
  readonly class: string
  readonly path: string
  readonly option: string
  readonly channel: string
  readonly value: string
  /** What else is filled in, which the bot may need to propose something. */
  readonly others: Readonly<Record<string, string | number | boolean>>
  readonly onChange: (value: string) => void
}

/** A field in which the bot proposes something while one types. Anything else may be typed as well. */
export function ProposedField(props: Props) {
  const { path, option, channel, value, others, onChange, ...field } = props
  const { line } = useStore()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  /** The words of a chosen proposal, shown as long as its value stands. */
  const [chosen, setChosen] = useState<Proposal>()
  const other = useRef(others)
  other.current = others
  const proposals = useMemo(
    () =>
      createProposals(
        async (typed) => {
          const wish = {
            do: 'complete',
            channel,
            command: path,
            option,
            typed,
            values: other.current,
          } as const
          const answer = await line.ask({ ...wish, values: { ...other.current } })
          if (!answer.ok || answer.done !== 'answered' || answer.kind === 'failed') return undefined
          return answer.choices ?? []
        },
        (ms, run) => {
          const timer = setTimeout(run, ms)
          return () => clearTimeout(timer)
        },
      ),
    [line, channel, path, option],
  )
  useEffect(() => () => proposals.stop(), [proposals])
  const state = proposals.state.value
  const shown: readonly Proposal[] =
    state.is === 'here' ? state.proposals : state.is === 'asking' ? state.last : []
  const active = useActive(shown.length)
  const activeId = open && shown.length > 0 ? `${list}-${active.at}` : undefined
  useInSight(activeId)

  const close = (): void => {
    setOpen(false)
    proposals.stop()
  }
  const pick = (proposal: Proposal | undefined): void => {
    if (proposal === undefined) return
    setChosen(proposal)
    onChange(String(proposal.value))
    close()
  }
  const says =
    state.is === 'failed'
      ? texts.proposalsFailed
      : state.is === 'here'
        ? state.proposals.length === 0
          ? texts.noProposals
          : texts.found(state.proposals.length)
        : texts.asking
  return (
    <>
      <input
        {...field}
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={activeId !== undefined}
        aria-controls={activeId === undefined ? undefined : list}
        aria-activedescendant={activeId}
        value={chosen !== undefined && String(chosen.value) === value ? chosen.name : value}
        onFocus={() => {
          setOpen(true)
          proposals.now(value)
        }}
        onBlur={close}
        onInput={(event) => {
          const typed = event.currentTarget.value
          setOpen(true)
          active.go(0)
          onChange(typed)
          proposals.typed(typed)
        }}
        onKeyDown={(event) => {
          if (!open) {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            setOpen(true)
            return proposals.now(value)
          }
          if (shown.length > 0 && active.onKey(event, true)) return
          if (event.key === 'Escape') {
            event.preventDefault()
            return close()
          }
          if (event.key !== 'Enter' || shown.length === 0) return
          event.preventDefault()
          pick(shown[active.at])
        }}
      />
      {open && (
        <ProposalList anchor={input} list={list} shown={shown} active={active} says={says} onPick={pick} />
      )}
    </>
  )
}

interface ListProps {
  readonly anchor: { current: HTMLInputElement | null }
  readonly list: string
  readonly shown: readonly Proposal[]
  readonly active: ReturnType<typeof useActive>
  readonly says: string
  readonly onPick: (proposal: Proposal) => void
}

function ProposalList({ anchor, list, shown, active, says, onPick }: ListProps) {
  const box = useRef<HTMLDivElement>(null)
  useFloating(box, anchor, { side: 'above', asWide: true })
  return (
    <div ref={box} popover="manual" class="choices">
      {shown.length > 0 && (
        <div id={list} role="listbox" aria-label={texts.choose} class="choices-list" tabIndex={0}>
          {shown.map((proposal, at) => (
            <div
              key={proposal.value}
              id={`${list}-${at}`}
              role="option"
              aria-selected={at === active.at}
              class={`pick ${at === active.at ? 'pick-active' : ''}`}
              onPointerMove={() => at !== active.at && active.go(at)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onPick(proposal)}
            >
              <span class="pick-words">{proposal.name}</span>
            </div>
          ))}
        </div>
      )}
      <p role="status" class={shown.length > 0 ? 'hidden' : 'choices-none'}>
        {says}
      </p>
    </div>
  )
}
