import { createContext } from 'preact'
import type { ComponentType } from 'preact'
import { useContext } from 'preact/hooks'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Store } from './store.ts'
import type { ShownMessage } from './talk.ts'

/**
 * The places of the page that its other parts fill; `parts.ts` says with what. A place that nobody fills is not there.
 */
export interface Slots {
  /** Under the text of a message: its buttons and menus, and whole messages of components. */
  readonly underMessage?: ComponentType<{ readonly shown: ShownMessage }>
  /** At the top right of a message that one points at, or that has the focus. */
  readonly messageTools?: ComponentType<{ readonly shown: ShownMessage }>
  /** Beside the field where one writes: what helps while typing `/`. */
  readonly composerAid?: ComponentType<{ readonly composer: ComposerHandle }>
  /** Over the page: forms, menus. `store.menu` says which menu is asked for. */
  readonly layers?: readonly ComponentType[]
  /** In the bar at the top of the page. */
  readonly bar?: readonly ComponentType[]
  /** Each has a button in the bar at the top, and opens at the right. */
  readonly drawers?: readonly Drawer[]
}

export interface Drawer {
  readonly id: string
  readonly label: string
  readonly icon: ComponentType
  readonly view: ComponentType
  /** A short mark on the button, such as a number. */
  readonly badge?: (store: Store) => string | undefined
  /** Whether it is there at all. */
  readonly shown?: (store: Store) => boolean
}

/** The field where one writes, for what helps there. */
export interface ComposerHandle {
  readonly text: Signal<string>
  readonly channel: ReadonlySignal<string>
  readonly field: { readonly current: HTMLTextAreaElement | null }
  /** Shown instead of the field, such as a command with its options. Gives the field back when undefined. */
  readonly instead: Signal<ComponentType | undefined>
  /**
   * Sees each key before the field does; true when it dealt with it. Undefined when nothing helps.
   */
  readonly onKey: Signal<((event: KeyboardEvent) => boolean) | undefined>
  /** What the field controls while a list of choices is open, for a screen reader. */
  readonly choices: Signal<{ readonly list: string; readonly active: string | undefined } | undefined>
}

export const SlotsContext = createContext<Slots>({})
export const useSlots = (): Slots => useContext(SlotsContext)

export const StoreContext = createContext<Store | undefined>(undefined)

/** The store of the person that this window is. */
export function useStore(): Store {
  const store = useContext(StoreContext)
  if (store === undefined) throw new Error('No store: this part stands outside the page.')
  return store
}
