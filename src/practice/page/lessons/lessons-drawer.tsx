import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useStore } from '../slots.ts'
import { Afterwards } from './afterwards.tsx'
import { Playing } from './playing.tsx'
import { Shelf } from './shelf.tsx'
import { texts } from './texts.ts'

/** What one does with a lesson. While something is under way nothing else is asked. */
export interface LessonActs {
  readonly busy: boolean
  readonly start: (lesson: string) => void
  readonly next: () => void
  readonly stop: () => void
}

/** The shelf of lessons, the lesson that is played, and afterwards what was done beside what was agreed. */
export function LessonsDrawer(): JSX.Element {
  const store = useStore()
  const doing = useSignal<string | undefined>(undefined)
  const { cards, now } = store.lessons.value
  const ask = async (act: 'start' | 'stop' | 'next', says: string, lesson?: string): Promise<void> => {
    if (doing.value !== undefined) return
    doing.value = says
    await store.attempt({ do: 'lesson', act, ...(lesson === undefined ? {} : { lesson }) })
    doing.value = undefined
  }
  const acts: LessonActs = {
    busy: doing.value !== undefined,
    start: (lesson) => void ask('start', texts.starting, lesson),
    next: () => void ask('next', ''),
    stop: () => void ask('stop', texts.stopping),
  }
  return (
    <div class="lessons">
      {now === undefined ? (
        <Shelf cards={cards} acts={acts} />
      ) : now.phase === 'afterwards' ? (
        <Afterwards lesson={now} acts={acts} />
      ) : (
        <Playing lesson={now} acts={acts} />
      )}
      <p role="status">{doing.value}</p>
    </div>
  )
}
