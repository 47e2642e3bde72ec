import type { JSX } from 'preact'
import { useStore } from '../slots.ts'
import { texts } from './texts.ts'

export const LESSONS = 'lessons'

/** In the bar, while a lesson is played: what it waits for, wherever one is. Leads to its drawer. */
export function LessonLine(): JSX.Element | null {
  const store = useStore()
  const { now } = store.lessons.value
  if (now === undefined) return null
  const { title, phase, waitsFor } = now
  const what = phase === 'afterwards' ? texts.after : (waitsFor ?? texts.playing)
  return (
    <button
      type="button"
      class="lesson-line"
      title={texts.open}
      onClick={() => void (store.panel.value = LESSONS)}
    >
      <strong>{texts.bar(title)}</strong> <span class="lesson-line-what">{what}</span>
    </button>
  )
}
