import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

export interface Proposal {
  readonly name: string
  readonly value: string | number
}

export type ProposalState =
  | { readonly is: 'idle' }
  | { readonly is: 'asking'; readonly last: readonly Proposal[] }
  | { readonly is: 'here'; readonly proposals: readonly Proposal[] }
  | { readonly is: 'failed' }

export interface Proposals {
  readonly state: ReadonlySignal<ProposalState>
  /** Somebody typed: asks when they rest a moment. */
  typed(text: string): void
  /** Asks at once, such as when the field gets the focus. */
  now(text: string): void
  /** Nobody looks any more: what still comes is dropped. */
  stop(): void
}

/** Discord waits about as long before it asks the bot: not at every letter, and nobody notices. */
const REST_MS = 250

/**
 * What the bot proposes while somebody types. Only the answer to the last question counts: one that comes late, when
 * something else is typed already, is dropped.
 *
 * @param ask - asks the bot; undefined when it did not answer
 * @param after - waits, and gives what stops the waiting
 */
export function createProposals(
  ask: (text: string) => Promise<readonly Proposal[] | undefined>,
  after: (ms: number, run: () => void) => () => void,
): Proposals {
  const state = signal<ProposalState>({ is: 'idle' })
  let question = 0
  let stopWaiting: (() => void) | undefined

  const put = async (text: string): Promise<void> => {
    const mine = ++question
    state.value = { is: 'asking', last: state.value.is === 'here' ? state.value.proposals : [] }
    const proposals = await ask(text)
    if (mine !== question) return
    state.value = proposals === undefined ? { is: 'failed' } : { is: 'here', proposals }
  }
  const now = (text: string): void => {
    stopWaiting?.()
    void put(text)
  }
  return {
    state,
    now,
    typed(text) {
      stopWaiting?.()
      stopWaiting = after(REST_MS, () => now(text))
    },
    stop() {
      stopWaiting?.()
      question += 1
      state.value = { is: 'idle' }
    },
  }
}
