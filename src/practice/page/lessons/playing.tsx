import type { JSX } from 'preact'
import type { LessonView } from '../../lessons/view.ts'
import type { LessonActs } from './lessons-drawer.tsx'
import { texts } from './texts.ts'

/** The lesson that is being played: what it is about, and what it waits for. */
export function Playing({
  lesson,
  acts,
}: {
  readonly lesson: LessonView
  readonly acts: LessonActs
}): JSX.Element {
  const { title, intro, waitsFor, phase } = lesson
  return (
    <>
      <h3 class="lesson-title">{title}</h3>
      <p class="beside-note">{intro}</p>
      <section class="lesson-waits" aria-live="polite">
        {phase === 'waiting' && waitsFor !== undefined ? (
          <>
            <h4>{texts.waits}</h4>
            <p>{waitsFor}</p>
          </>
        ) : (
          <p>{texts.playing}</p>
        )}
      </section>
      {phase === 'waiting' && <p class="beside-note">{texts.nextNote}</p>}
      <p class="beside-acts">
        {phase === 'waiting' && (
          <button
            type="button"
            class="beside-act beside-main"
            aria-disabled={acts.busy}
            onClick={() => acts.next()}
          >
            {texts.next}
          </button>
        )}
        <button type="button" class="beside-act" aria-disabled={acts.busy} onClick={() => acts.stop()}>
          {texts.stop}
        </button>
      </p>
    </>
  )
}
